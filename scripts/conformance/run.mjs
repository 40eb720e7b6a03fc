// Asks a real S3 service on loopback what it thinks of our presigned URLs, case by case; the table goes to RESULTS.md.
import { checkNode } from '../lib/node.mjs';

if (checkNode()) void import('./conformance.mjs').then((main) => main.conformance());
