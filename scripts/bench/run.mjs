// Measures Shortlived against its budgets and beside its peers: one table, printed and written to RESULTS.md.
import { checkNode } from '../lib/node.mjs';

if (checkNode()) void import('./bench.mjs').then((main) => main.bench(process.argv.slice(2)));
