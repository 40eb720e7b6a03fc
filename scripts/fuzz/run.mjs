// Runs the policy engine and the signer beside peers on random cases, and the parser on hostile texts; the tables go to RESULTS.md.
import { checkNode } from '../lib/node.mjs';

if (checkNode()) void import('./fuzz.mjs').then((main) => main.fuzz(process.argv.slice(2)));
