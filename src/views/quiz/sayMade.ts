/** How many predictions somebody has made, and how many of them were right. */
export function sayMade(made: number, right: number): string {
  if (made === 0) return 'Nothing predicted yet.';
  return `${made === 1 ? '1 prediction' : `${made} predictions`}, ${right} right.`;
}
