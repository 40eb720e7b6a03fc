// This file must parse on old versions of Node, so it only checks the version and hands over.
import { checkNode } from './lib/node.mjs';

if (checkNode()) void import('./lib/start.mjs').then((main) => main.start());
