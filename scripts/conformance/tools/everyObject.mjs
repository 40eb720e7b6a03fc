import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer as createS3 } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';

/**
 * A proxy on loopback behind which every object exists: rclone asks S3 for the object before it signs, and nothing leaves this machine.
 * @param {string} folder for a key and a certificate that nobody else trusts
 * @returns {Promise<{ readonly url: string, readonly close: () => void }>}
 */
export const everyObject = async (folder) => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const asked =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=everything -days 1';
  const files = ['-keyout', key, '-out', cert];
  execFileSync('openssl', [...asked.split(' '), ...files], { stdio: 'ignore' });
  const s3 = createS3({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
    response.writeHead(200, {
      'Content-Length': 0,
      'Last-Modified': 'Thu, 15 Jan 2026 12:00:00 GMT',
      ETag: '"d41d8cd98f00b204e9800998ecf8427e"',
    });
    response.end();
  });
  const proxy = createProxy();
  proxy.on('connect', (_, socket) => {
    const inside = connect(portOf(s3), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      inside.pipe(socket).pipe(inside);
    });
    for (const end of [inside, socket]) end.on('error', () => undefined);
  });
  await Promise.all([listening(s3), listening(proxy)]);
  return {
    url: `http://127.0.0.1:${portOf(proxy)}`,
    close: () => {
      for (const server of [s3, proxy]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
};

/** @param {import('node:net').Server} server */
const listening = (server) =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));

/** @param {import('node:net').Server} server */
const portOf = (server) => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};
