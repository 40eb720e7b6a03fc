import { describe, expect, test } from 'vitest';

import { promised } from '#engine/never.ts';
import { at } from '#engine/time.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { base64ToBytes } from '#engine/sigv4/base64.ts';
import type { Certificate } from '#engine/x509/certificate.ts';
import { END_ENTITY_RULES } from '#engine/x509/endEntityRules.ts';
import { judgeCertificates } from '#engine/x509/judgeCertificates.ts';
import { judgePaths } from '#engine/x509/judgePaths.ts';
import {
  checksOn,
  refusalOf,
  TRIAL_RULE_IDS,
  tryChain,
  withoutSignatures,
} from '#engine/x509/trial.ts';

import { LAB_CERTIFICATE_NAMES, LAB_MATERIAL, labCertificate, labList } from '../pki/lab.ts';
import type { LabCertificateName } from '../pki/lab.ts';
import { sayCertificate, sayPath } from '../rolesAnywherePathRules.ts';
import { labelFaults, sentenceFaults } from '../wordFaults.fixture.ts';
import { allowedBy } from './allows.ts';
import { questionFor } from './choose.ts';
import type { TrialChoices } from './choose.ts';
import { differencesOf } from './differences.ts';
import { EXAMPLE_MOMENT, TRIAL_EXAMPLES } from './examples.ts';
import type { TrialExample } from './examples.ts';
import { fieldRows, nameOfCertificate, rowOf, spaced } from './fields.ts';
import { PASTE_WORDS, placeWords } from './pasteWords.ts';
import { aboveWords, endWords, REQUIREMENTS, trialSentence, wrongWith } from './requirements.ts';
import { carriedBy, DEFAULT_TEXTS, trustPolicyFor } from './session.ts';

const NOON = at(EXAMPLE_MOMENT);
const { verified } = LAB_MATERIAL;

const tried = (
  { certificates, lists = [] }: Pick<TrialExample, 'certificates' | 'lists'>,
  choices: Partial<TrialChoices> = {},
) =>
  tryChain(
    promised(
      questionFor(
        { certificates: certificates.map(labCertificate), lists: lists.map(labList), verified },
        { at: NOON, isListed: true, ...choices },
      ),
      'there is a certificate',
    ),
  );

const failed = (trial: ReturnType<typeof tried>) =>
  trial.checks.flatMap(({ rule, result }) => (result === 'fail' ? [rule] : []));

const VERDICTS: Readonly<Record<string, readonly string[]>> = {
  good: [],
  names: [],
  'ca-leaf': ['leaf.not-a-ca'],
  expired: ['leaf.valid-now'],
  missing: ['path.names-chain'],
  'two-paths': [],
  altered: ['path.signatures-verify'],
  outside: ['path.names-permitted'],
  weak: ['leaf.hash-strong'],
  revoked: ['path.not-revoked'],
};

test.each(TRIAL_EXAMPLES.map((example) => [example.id, example] as const))(
  'the example %s shows one fault, or none',
  (id, example) => {
    const trial = tried(example);
    const expected = VERDICTS[id];
    expect(failed(trial)).toEqual(expected);
    expect(trial.question.leaf).toBe(labCertificate(promised(example.certificates[0], 'first')));
    expect(trial.question.anchors).toEqual([labCertificate('root')]);
    expect(trialSentence(trial)).toMatch(/^[A-Z].*\.$/);
  },
);

test('every requirement is told, whatever failed before it', () => {
  const trial = tried(
    { certificates: ['sha1', 'issuing', 'root'] },
    { at: at('2026-04-01T00:00:01Z') },
  );
  expect(failed(trial)).toEqual(['leaf.hash-strong', 'leaf.valid-now']);
  expect(refusalOf(trial)?.rule).toBe('leaf.hash-strong');
  expect(trial.checks.map(({ rule }) => rule)).toEqual([
    ...TRIAL_RULE_IDS,
    'anchor.is-a-ca',
    'anchor.may-sign',
    'anchor.hash-strong',
    'anchor.signature-supported',
  ]);
});

test('what is wanted, what is wrong and what to do are said in whole sentences', () => {
  for (const { title, fault, cure } of Object.values(REQUIREMENTS)) {
    expect([title, labelFaults(title), labelFaults(fault)]).toEqual([title, [], []]);
    expect([cure, sentenceFaults(cure), sentenceFaults(`${fault}.`)]).toEqual([cure, [], []]);
  }
  for (const certificate of LAB_MATERIAL.certificates) {
    const texts = allowedBy(certificate).map(({ text }) => text);
    expect(texts.flatMap(sentenceFaults)).toEqual([]);
  }
});

test('where the way up breaks off, nothing above is said to hold', () => {
  const { checks, ladder, end } = tried({ certificates: ['batch', 'root'] });
  expect([ladder, end]).toEqual([[labCertificate('batch')], 'no issuer']);
  const resultOf = (id: string) => checks.find(({ rule }) => rule === id)?.result;
  for (const rule of ['path.signatures-verify', 'path.issuers-are-cas', 'path.not-revoked']) {
    expect([rule, resultOf(rule)]).toEqual([rule, 'not-reached']);
  }
});

describe('what is said of it is so', () => {
  const ED25519 = { oid: '1.3.101.112', name: 'ED25519', scheme: 'eddsa' } as const;
  const question = promised(
    questionFor(
      {
        certificates: (['batch', 'issuing', 'root'] as const).map(labCertificate),
        lists: [],
        verified,
      },
      { at: NOON, isListed: true },
    ),
    'there is a certificate',
  );
  const judged = (asked: typeof question) => {
    const found = judgePaths(asked, 'imported');
    const certificates = [asked.leaf, ...asked.sent];
    return sayPath({ kind: 'path', certificates, judged: found, paths: [] }, false).because;
  };

  test('a signature of Ed25519 has no weak hash: AWS does not name it, and that is modelled', () => {
    const leaf = { ...question.leaf, signatureAlgorithm: ED25519 };
    const anchors = question.anchors.map((one) => ({ ...one, signatureAlgorithm: ED25519 }));
    const trial = tryChain({ ...question, leaf, anchors });
    const rules = ['leaf.signature-supported', 'anchor.signature-supported'] as const;
    expect(failed(trial)).toEqual(rules);
    expect(rules.map((rule) => REQUIREMENTS[rule].basis)).toEqual(['modelled', 'modelled']);
    const judgement = judgeCertificates(END_ENTITY_RULES, leaf);
    const said = sayCertificate(
      { kind: 'certificate', certificate: leaf, judgement, paths: [] },
      false,
    );
    expect(JSON.stringify(said)).not.toContain('weak');
    expect(said.caption).toContain('modelled');
  });

  test('two CAs that signed each other are a loop, and nobody is missing', () => {
    const [issuing, root] = [labCertificate('issuing'), labCertificate('root')];
    const back = { ...root, id: 'back', issuer: issuing.subject } as Certificate;
    const asked = { ...question, sent: [issuing, back], anchors: [labCertificate('device-ca')] };
    const trial = tryChain(asked);
    const { end, ladder } = trial;
    expect([end, ladder.map(({ id }) => id)]).toEqual([
      'loop',
      [question.leaf.id, issuing.id, 'back'],
    ]);
    expect(endWords(end)).toContain('in a loop');
    expect(trialSentence(trial)).toMatch(/^The way up goes round in a loop\./);
    expect(trial.checks.map((check) => wrongWith(check, end).cure).join()).toContain(
      'outside the loop',
    );
    expect(judged(asked)).toContain('goes round in a loop');
  });

  test('a signature that nobody here can verify is not called false', () => {
    const unsupported = verified.map((one) => ({ ...one, result: 'unsupported' as const }));
    const trial = tryChain({ ...question, verified: unsupported });
    expect(trialSentence(trial)).toMatch(
      /^A signature is of a kind that cannot be verified here\./,
    );
    expect(judged({ ...question, verified: unsupported })).toContain('cannot be verified here');
  });

  test('a root that no anchor holds names itself, and nobody is missing', () => {
    const asked = { ...question, anchors: [labCertificate('device-ca')] };
    const { end } = tryChain({
      ...asked,
      sent: [labCertificate('issuing'), labCertificate('root')],
    });
    expect(end).toBe('own issuer');
    expect(
      judged({ ...asked, sent: [labCertificate('issuing'), labCertificate('root')] }),
    ).toContain('names itself as its issuer');
  });

  test('what stands above the top of a path is a whole sentence', () => {
    for (const end of ['no issuer', 'own issuer', 'loop', 'too long'] as const) {
      expect([end, sentenceFaults(aboveWords(end, 'CN=A'))]).toEqual([end, []]);
      expect([end, sentenceFaults(`This path ${endWords(end)}.`)]).toEqual([end, []]);
    }
  });
});

test('it agrees with the judge of paths about every certificate of the lab', () => {
  for (const name of LAB_CERTIFICATE_NAMES) {
    const leaf = promised(
      LAB_MATERIAL.certificates[LAB_CERTIFICATE_NAMES.indexOf(name)],
      'every name has one',
    );
    const question = {
      leaf,
      sent: [labCertificate('issuing'), labCertificate('device-ca')],
      anchors: [labCertificate('root')],
      lists: [labList('issuing-list')],
      verified,
      at: NOON,
    };
    const { isTrusted } = judgePaths(question, 'imported');
    const ofPath = tryChain(question).checks.filter(({ rule }) => rule.startsWith('path.'));
    expect([name, ofPath.every(({ result }) => result === 'pass')]).toEqual([name, isTrusted]);
  }
});

test('the other path is struck, with the reason', () => {
  const { struck } = tried({ certificates: ['batch', 'issuing-by-g2', 'issuing', 'root'] });
  expect(struck.map(({ end, refusal }) => [end, refusal?.rule])).toEqual([
    ['no issuer', 'path.names-chain'],
  ]);
});

test('without cryptography signatures stay open, and the rest is judged', () => {
  const trial = withoutSignatures(tried({ certificates: ['bad-signature', 'issuing', 'root'] }));
  expect(failed(trial)).toEqual([]);
  expect(trialSentence(trial)).toBe('Nothing was refused so far.');
});

test('every finding leads to a row whose bytes can be shown', () => {
  const lost = TRIAL_EXAMPLES.map((example) => tried(example)).flatMap((trial) =>
    trial.ladder.flatMap((certificate) =>
      checksOn(trial, certificate)
        .flatMap(({ findings }) => findings)
        .filter((finding) => finding.value !== 'absent' && !rowOf(certificate, finding))
        .map(({ field, value }) => `${field} ${value}`),
    ),
  );
  expect(lost).toEqual([]);
});

describe('who is on trial', () => {
  const all = (...names: readonly LabCertificateName[]) => ({
    certificates: names.map(labCertificate),
    lists: [],
    verified,
  });
  const choices = { at: NOON, isListed: true };

  test.each<[readonly LabCertificateName[], LabCertificateName, LabCertificateName | undefined]>([
    [['root', 'issuing', 'batch'], 'batch', 'root'],
    [['batch', 'issuing'], 'batch', 'issuing'],
    [['batch'], 'batch', undefined],
    [['root'], 'root', undefined],
    [['self-signed'], 'self-signed', undefined],
  ])('of %j it is %s before %s', (names, leaf, anchor) => {
    const question = questionFor(all(...names), choices);
    expect(question?.leaf).toBe(labCertificate(leaf));
    expect(question?.anchors).toEqual(anchor ? [labCertificate(anchor)] : []);
  });

  test('a choice wins, and what does not exist is no choice', () => {
    const issuing = labCertificate('issuing').id;
    const given = all('batch', 'issuing', 'root');
    expect(questionFor(given, { ...choices, anchor: issuing })?.anchors[0]?.id).toBe(issuing);
    expect(questionFor(given, { ...choices, anchor: 'none' })?.anchors).toEqual([]);
    expect(questionFor(given, { ...choices, leaf: 'gone' })?.leaf.id).toBe(
      labCertificate('batch').id,
    );
    expect(questionFor(all(), choices)).toBeUndefined();
  });
});

describe('a certificate in rows', () => {
  const idsOf = (certificate: Certificate) => fieldRows(certificate).map(({ id }) => id);

  test('each row lies inside the bytes, and no id is there twice', () => {
    for (const certificate of LAB_MATERIAL.certificates) {
      const { length } = promised(base64ToBytes(certificate.der), 'it is base64');
      const rows = fieldRows(certificate);
      expect(new Set(idsOf(certificate)).size).toBe(rows.length);
      for (const { range, value } of rows) {
        expect(range.start).toBeLessThan(range.end);
        expect(range.end).toBeLessThanOrEqual(length);
        expect(value).not.toBe('');
      }
    }
  });

  test.each([
    ['basicConstraints', 'Basic constraints'],
    ['subjectAltName', 'Subject alt name'],
    ['cRLDistributionPoints', 'CRL distribution points'],
    ['1.3.6.1.4.1.99999.7', '1.3.6.1.4.1.99999.7'],
  ])('%s is called %s', (name, title) => expect(spaced(name)).toBe(title));

  test('it is called by its common name, its subject, or by having none', () => {
    expect(
      (['batch', 'no-common-name', 'no-subject'] as const).map((name) =>
        nameOfCertificate(labCertificate(name)),
      ),
    ).toEqual(['batch-07', 'OU=Robots,O=Sim Corp,C=US', 'no subject']);
  });

  test.each<[LabCertificateName, readonly string[]]>([
    ['ca-leaf', ['Basic constraints']],
    ['no-digital-signature', ['Key usage']],
    ['no-key-usage', ['Key usage']],
    ['expired', ['Valid from', 'Valid until']],
    ['sha1', ['Signature algorithm']],
    ['batch', []],
  ])('%s differs from the good one in %j', (name, fields) => {
    const found = differencesOf(labCertificate(name), labCertificate('batch'));
    expect(found.map((one) => one.name)).toEqual(fields);
  });

  test.each<[LabCertificateName, string, boolean]>([
    ['batch', 'Sign a CreateSession request', true],
    ['batch', 'Issue certificates: it is no CA', false],
    ['ca-leaf', 'Open a session by itself', false],
    ['no-digital-signature', 'Open a session: its key usage', false],
    ['no-key-usage', 'Open a session: AWS wants', false],
    ['issuing', 'certify no further CA', true],
    ['root', 'certify further CAs', true],
    ['issuing-may-not-sign', 'no keyCertSign', false],
    ['device-ca', 'permitted: DNS:plant7.sim.example', false],
    ['client-auth', 'Serve clientAuth', true],
  ])('%s: %s', (name, words, isAllowed) => {
    const found = allowedBy(labCertificate(name)).find(({ text }) => text.includes(words));
    expect(found?.isAllowed).toBe(isAllowed);
  });
});

describe('what a session would carry', () => {
  const web = labCertificate('web');

  test('by default subject, issuer and the first alternative names', () => {
    expect(carriedBy(web, DEFAULT_TEXTS)).toEqual({
      sessionName: web.serialNumber.hex,
      sourceIdentity: 'CN=web-01',
      tags: [
        { key: 'x509Subject/C', value: 'US' },
        { key: 'x509Subject/O', value: 'Sim Corp' },
        { key: 'x509Subject/OU', value: 'Security/Engineering/Research' },
        { key: 'x509Subject/CN', value: 'web-01' },
        { key: 'x509Issuer/C', value: 'US' },
        { key: 'x509Issuer/O', value: 'Sim Corp' },
        { key: 'x509Issuer/CN', value: 'Plant 7 Issuing CA' },
        { key: 'x509SAN/DNS', value: 'web-01.sim.example' },
        { key: 'x509SAN/URI', value: 'spiffe://sim.example/ns/a/sa/web' },
        { key: 'x509SAN/Name/CN', value: 'web-01-dir' },
        { key: 'x509SAN/Name/O', value: 'Sim Corp' },
      ],
      leftOut: [],
    });
  });

  test('only what is mapped, however it is written', () => {
    const texts = { x509Subject: ' CN,\n OU ,', x509Issuer: '', x509SAN: 'URI' };
    expect(carriedBy(web, texts).tags.map(({ key }) => key)).toEqual([
      'x509Subject/OU',
      'x509Subject/CN',
      'x509SAN/URI',
    ]);
  });

  test('what no tag takes is left out', () => {
    const { tags, leftOut } = carriedBy(labCertificate('of-ampersand'), DEFAULT_TEXTS);
    expect(leftOut).toEqual([{ key: 'x509Issuer/CN', value: 'Tools & Dies CA' }]);
    expect(tags.map(({ key }) => key)).not.toContain('x509Issuer/CN');
  });

  test('the trust policy is one that AWS takes', () => {
    for (const certificate of LAB_MATERIAL.certificates) {
      const text = trustPolicyFor(carriedBy(certificate, DEFAULT_TEXTS));
      expect(parsePolicy(text, 'trust')).toMatchObject({ document: {} });
    }
  });
});

test('every fault of a paste says what to do, and where it stands', () => {
  for (const say of Object.values(PASTE_WORDS)) expect(say('7')).toMatch(/^[A-Z].+/);
  expect([
    placeWords({ kind: 'line', line: 3 }),
    placeWords({ kind: 'line', line: 0 }),
    placeWords({ kind: 'byte', byte: 9 }),
    placeWords({ kind: 'byte', byte: 0 }),
  ]).toEqual(['Line 3', '', 'Byte 9', '']);
});

test('of two roots with one name, the one whose key signed is the likely anchor', () => {
  const [leaf, issuing, root] = [
    labCertificate('batch'),
    labCertificate('issuing'),
    labCertificate('root'),
  ];
  const namesake = { ...root, id: 'other-key' };
  const question = questionFor(
    {
      certificates: [leaf, issuing, namesake, root],
      lists: [],
      verified: [
        { child: leaf.id, issuer: issuing.id, result: 'valid' },
        { child: issuing.id, issuer: namesake.id, result: 'invalid' },
        { child: issuing.id, issuer: root.id, result: 'valid' },
      ],
    },
    { at: NOON, isListed: true },
  );
  expect(question?.anchors).toEqual([root]);
});
