import { afterAll, vi } from 'vitest';

// What the file before left in the page is not this one's.
document.body.replaceChildren();

// What a view still loads when its tests are done would be cut off, and be missing for the next file that shares it.
afterAll(() => vi.dynamicImportSettled());
