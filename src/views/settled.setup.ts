import { afterAll, vi } from 'vitest';

// What a view still loads when its tests are done would be cut off, and be missing for the next file that shares it.
afterAll(() => vi.dynamicImportSettled());
