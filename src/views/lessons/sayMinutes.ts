/** A number of minutes in words: `2 minutes`, `1.5 minutes`. */
export const sayMinutes = (minutes: number): string =>
  minutes === 1 ? '1 minute' : `${Math.round(minutes * 10) / 10} minutes`;
