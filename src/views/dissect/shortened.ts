/** A text cut where it gets too long to draw, with how much is left out. */
export const shortened = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text.slice(0, most)}… and ${(text.length - most).toLocaleString('en')} more characters`;
