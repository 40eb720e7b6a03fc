import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The smallest Ceph that serves S3: one monitor, one store in memory, two gateways, all on loopback and in one folder. */

const exec = promisify(execFile);

/** The one domain that the gateways take for their own: buckets are looked for in front of it, or in the path. */
export const DOMAIN = 's3.eu-central-1.amazonaws.com';

/** A server at a port that nobody uses now. @returns {Promise<import('node:http').Server>} */
const listening = () =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => done(server));
  });

/** Ports that nobody uses now. @param {number} count */
const freePorts = async (count) => {
  const servers = await Promise.all(Array.from({ length: count }, listening));
  return servers.map((server) => {
    const address = server.address();
    server.close();
    return typeof address === 'object' && address ? address.port : 0;
  });
};

/**
 * @typedef {object} Places
 * @property {string} folder
 * @property {string} id
 * @property {readonly number[]} ports of the monitor (two), the gateway, and the gateway that knows session tokens
 */

/** @param {Places} places */
const monitorAddress = ({ ports: [v2, v1] }) => `[v2:127.0.0.1:${v2},v1:127.0.0.1:${v1}]`;

/** @param {string} folder @param {number | undefined} port @param {boolean} sts */
const gateway = (folder, port, sts) => `
rgw frontends = beast endpoint=127.0.0.1:${port}
rgw dns name = ${DOMAIN}
rgw data = ${folder}/rgw
rgw s3 auth use sts = ${sts}
rgw sts key = conformanceEXAMP
rgw sts min session duration = 1
`;

/** @param {Places} places */
const settings = (places) => `
[global]
fsid = ${places.id}
mon initial members = a
mon host = ${monitorAddress(places)}
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = ${places.folder}/keyring
run dir = ${places.folder}
crash dir = ${places.folder}
admin socket = ${places.folder}/$name.asok
pid file = ${places.folder}/$name.pid
log file = ${places.folder}/$name.log
mon cluster log file = ${places.folder}/cluster.log
mon data = ${places.folder}/mon
mon data avail warn = 1
mon data avail crit = 1
mon allow pool size one = true
osd data = ${places.folder}/osd
osd objectstore = memstore
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd class load list = *
osd class default list = *
memstore device bytes = 512M
auth allow insecure global id reclaim = false
[client.rgw]${gateway(places.folder, places.ports[2], false)}
[client.sts]${gateway(places.folder, places.ports[3], true)}`;

/** @param {number | undefined} port */
const answers = (port) =>
  new Promise((done) => {
    get({ host: '127.0.0.1', port, agent: false }, (answer) => {
      answer.resume();
      done(true);
    }).on('error', () => done(false));
  });

/** @param {number | undefined} port */
const untilAnswers = async (port) => {
  const patience = Date.now() + 60_000;
  while (!(await answers(port))) {
    if (Date.now() > patience) throw new Error(`Nothing answers at port ${port} after a minute`);
    await new Promise((done) => setTimeout(done, 100));
  }
};

/**
 * Starts it and gives its ports, a way to administrate it and a way to stop it. It is stopped, and its folder removed,
 * whenever this process ends.
 */
export const startCluster = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shortlived-ceph-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const daemons = [];
  const remove = () => {
    for (const daemon of daemons) daemon.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', remove);

  const places = { folder, id: randomUUID(), ports: await freePorts(4) };
  const env = { ...process.env, CEPH_CONF: join(folder, 'ceph.conf') };
  /** @param {string} file @param {readonly string[]} args */
  const ask = async (file, args) => (await exec(file, args, { env })).stdout;
  /** @param {string} file @param {readonly string[]} args */
  const keep = (file, args) => {
    daemons.push(spawn(file, ['-f', ...args], { env, cwd: folder, stdio: 'ignore' }));
  };

  for (const name of ['mon', 'osd', 'rgw']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'ceph.conf'), settings(places));
  const keyring = join(folder, 'keyring');
  await ask('ceph-authtool', ['--create-keyring', keyring]);
  for (const name of ['mon.', 'client.admin', 'osd.0', 'client.rgw', 'client.sts']) {
    const rights = ['mon', 'osd'].flatMap((where) => ['--cap', where, 'allow *']);
    await ask('ceph-authtool', [keyring, '--gen-key', '-n', name, ...rights]);
  }
  const map = join(folder, 'monmap');
  const address = monitorAddress(places);
  await ask('monmaptool', ['--create', '--fsid', places.id, '--addv', 'a', address, map]);
  await ask('ceph-mon', ['--mkfs', '-i', 'a', '--monmap', map, '--keyring', keyring]);
  keep('ceph-mon', ['-i', 'a']);
  const store = randomUUID();
  await ask('ceph', ['osd', 'new', store]);
  await ask('ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', store]);
  keep('ceph-osd', ['-i', '0']);
  const [, , port = 0, stsPort = 0] = places.ports;
  keep('radosgw', ['-n', 'client.rgw']);
  await untilAnswers(port);
  keep('radosgw', ['-n', 'client.sts']);
  await untilAnswers(stsPort);
  return {
    port,
    stsPort,
    version: (await ask('radosgw', ['--version'])).trim(),
    /** @param {readonly string[]} args */
    admin: (args) => ask('radosgw-admin', args),
    stop: async () => {
      const ends = daemons.map((daemon) => once(daemon, 'exit'));
      for (const daemon of daemons) daemon.kill('SIGKILL');
      await Promise.all(ends);
      process.off('exit', remove);
      remove();
    },
  };
};

/** @typedef {Awaited<ReturnType<typeof startCluster>>} Cluster */
