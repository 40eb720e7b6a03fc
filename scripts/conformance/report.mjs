import { DIFFERENCES, differenceOf } from './differences.mjs';

/** @typedef {import('./cases/run.mjs').Result} Result */

/** Why a case failed; empty when it passed. @param {Result} result */
export const failureOf = ({ kind, ours, theirs, wrong }) => {
  if (wrong !== '') return wrong;
  if (ours === theirs || differenceOf(kind, ours, theirs)) return '';
  return `we say ${ours}, radosgw says ${theirs}`;
};

/** The listed differences that no case has shown: a list is wrong when it says too much, too. @param {readonly Result[]} results */
export const unseen = (results) =>
  DIFFERENCES.flatMap(({ kinds, ours, theirs }) =>
    kinds
      .filter(
        (kind) =>
          !results.some(
            (each) => each.kind === kind && each.ours === ours && each.theirs === theirs,
          ),
      )
      .map((kind) => `${kind}: we say ${ours}, radosgw says ${theirs}`),
  );

/** A cell of a table. @param {string} text */
const cell = (text) => text.replaceAll('|', String.raw`\|`);

/** @param {readonly (readonly string[])[]} rows */
const table = (rows) => rows.map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** Results of one kind and one answer in a row. @param {readonly Result[]} results */
const rowsOf = (results) => {
  /** @type {Map<string, Result[]>} */
  const groups = new Map();
  for (const result of results) {
    const { kind, ours, theirs } = result;
    const key = [kind, ours, theirs].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].map((group) => {
    const [{ kind, ours, theirs } = { kind: '', ours: '', theirs: '' }] = group;
    const failed = group.filter((each) => failureOf(each) !== '').length;
    const listed = ours === theirs ? '' : 'as listed';
    return [kind, `${group.length}`, ours, theirs, failed > 0 ? `${failed} failed` : listed];
  });
};

/** @param {readonly Result[]} results @param {string} version of radosgw */
export const report = (results, version) => {
  const failed = results.filter((each) => failureOf(each) !== '').length;
  const same = results.filter(({ ours, theirs }) => ours === theirs).length;
  return `# Beside a real S3 service

Made by \`npm run conformance\`. The service is radosgw on loopback, with throw-away data
(${version.replace(/ \([\da-f]{40}\)/, '')}); its buckets, objects and sessions were made by calls that our engine
signed. Every case is a URL (or a form) that our engine has signed, sent over HTTP as it stands or changed afterwards.
_We_ is our engine given the same bytes; of a form, the same fields and the same file.

**${results.length - failed} passed, ${failed} failed**: ${same} are answered alike, ${results.length - same} otherwise, as listed below.

| cases | count | we | radosgw | |
| --- | --- | --- | --- | --- |
${table(rowsOf(results))}

## Where radosgw is not S3

Exactly these, or the run fails.

| cases | S3, and we | radosgw | why |
| --- | --- | --- | --- |
${table(DIFFERENCES.map(({ kinds, ours, theirs, because }) => [kinds.join('; '), ours, theirs, because]))}

Left out: keys with U+0000, which radosgw’s HTTP reader refuses before S3 sees them. Sessions of a few seconds are a
setting of radosgw: AWS issues none for less than 15 minutes.
`;
};
