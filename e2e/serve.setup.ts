import { preview } from 'vite';

/** Serves the build inside the test process, on the first free port, for as long as the tests run. */
const serve = async (): Promise<() => Promise<void>> => {
  const server = await preview({ preview: { port: 4273 }, logLevel: 'warn' });
  process.env['SHORTLIVED_URL'] = server.resolvedUrls?.local[0] ?? '';
  return () => server.close();
};

export default serve;
