// Serves a folder as the start command does, for the tests of that command.
import { leaveWithParent } from '../lib/parent.mjs';
import { serve } from '../lib/serve.mjs';

leaveWithParent();
const [port, folder] = process.argv.slice(2);
await serve(Number(port), folder);
