// Asks the tools that people presign with for URLs and forms, and records what they gave.
import { checkNode } from '../lib/node.mjs';

if (checkNode()) void import('./tools/record.mjs').then((main) => main.record());
