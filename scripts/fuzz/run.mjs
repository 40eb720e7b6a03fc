// Runs the policy engine beside a peer on random cases, and its parser on hostile texts; the table goes to RESULTS.md.
import { checkNode } from '../lib/node.mjs';

if (checkNode()) void import('./fuzz.mjs').then((main) => main.fuzz(process.argv.slice(2)));
