import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../lib/run.mjs';

/** What Debian calls the programs of a small Ceph with an S3 gateway. */
const PACKAGES = ['radosgw', 'ceph-mon', 'ceph-osd'];

const PROGRAMS = 'radosgw radosgw-admin ceph ceph-mon ceph-osd ceph-authtool monmaptool'.split(' ');

const missing = () => PROGRAMS.filter((name) => !existsSync(join('/usr/bin', name)));

/** Installs radosgw where it is absent and may be installed; tells in one sentence what is wrong, or nothing. */
export const installRadosgw = async () => {
  if (missing().length === 0) return '';
  const wanted = `This needs Debian’s packages ${PACKAGES.join(', ')}`;
  if (!existsSync('/usr/bin/apt-get')) return `${wanted}, and there is no apt-get here.`;
  if (process.getuid?.() !== 0) return `${wanted}; run it as root, or install them first.`;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['-y', '-q', '--no-install-recommends'];
  const codes = [
    await run('apt-get', ['update', '-q'], { env }),
    await run('apt-get', ['install', ...quiet, ...PACKAGES], { env }),
  ];
  const still = missing();
  if (still.length === 0) return '';
  return `${wanted}, but apt-get could not install them (exit codes ${codes.join(' and ')}): ${still.join(', ')} missing.`;
};
