/** @typedef {import('../../src/engine/policy/document.ts').ConditionValue} ConditionValue */
/** @typedef {import('../../src/engine/policy/document.ts').PolicyDocument} PolicyDocument */
/** @typedef {import('../../src/engine/policy/document.ts').PrincipalElement} PrincipalElement */
/** @typedef {import('../../src/engine/policy/document.ts').Statement} Statement */
/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./cases.mjs').Levels} Levels */

/** Ways to change the policies of a case. */

/** @template T @param {T | readonly T[]} value @returns {readonly T[]} */
export const listed = (value) =>
  Array.isArray(value) ? /** @type {readonly T[]} */ (value) : [/** @type {T} */ (value)];

/** @typedef {(document: PolicyDocument) => PolicyDocument} Rewrite */

/** @param {Levels | undefined} levels @param {Rewrite} rewrite */
const inLevels = (levels, rewrite) =>
  levels && {
    root: levels.root.map(rewrite),
    unit: levels.unit.map(rewrite),
    account: levels.account.map(rewrite),
  };

/**
 * A case with its documents rewritten, each by its type.
 * @param {Case} simulated
 * @param {Readonly<Record<'identity' | 'resource' | 'serviceControl' | 'resourceControl', Rewrite>>} by
 * @returns {Case}
 */
export const everyDocumentByType = (simulated, by) => ({
  ...simulated,
  identity: simulated.identity.map(by.identity),
  boundary: simulated.boundary && by.identity(simulated.boundary),
  session: simulated.session && by.identity(simulated.session),
  resourcePolicy: simulated.resourcePolicy && by.resource(simulated.resourcePolicy),
  serviceControl: inLevels(simulated.serviceControl, by.serviceControl),
  resourceControl: inLevels(simulated.resourceControl, by.resourceControl),
});

/** A case with every one of its documents rewritten. @param {Case} simulated @param {Rewrite} rewrite */
export const everyDocument = (simulated, rewrite) =>
  everyDocumentByType(simulated, {
    identity: rewrite,
    resource: rewrite,
    serviceControl: rewrite,
    resourceControl: rewrite,
  });

/** A document with some statements for each of its own. @param {(statement: Statement, version: string | undefined) => readonly Statement[]} rewrite @returns {Rewrite} */
export const inStatements = (rewrite) => (document) => ({
  ...document,
  Statement: listed(document.Statement).flatMap((statement) =>
    rewrite(statement, document.Version),
  ),
});

/** The policy on the resource with its statements rewritten. @param {Case} simulated @param {(statement: Statement) => readonly Statement[]} rewrite @returns {Case} */
export const onResource = (simulated, rewrite) => ({
  ...simulated,
  resourcePolicy: simulated.resourcePolicy && inStatements(rewrite)(simulated.resourcePolicy),
});

/**
 * @typedef {object} Condition one key under one operator
 * @property {string} operator
 * @property {string} key
 * @property {readonly (string | number | boolean)[]} values
 * @property {string | undefined} version of the policy it stands in
 */

/**
 * A case with every condition rewritten: to other values, or to none, which takes the condition away.
 * @param {Case} simulated
 * @param {(condition: Condition) => readonly (string | number | boolean)[]} rewrite
 */
export const everyCondition = (simulated, rewrite) =>
  everyDocument(
    simulated,
    inStatements(({ Condition, ...rest }, version) => {
      /** @type {Record<string, Record<string, ConditionValue>>} */
      const kept = {};
      for (const [operator, keys] of Object.entries(Condition ?? {})) {
        for (const [key, value] of Object.entries(keys)) {
          const values = rewrite({ operator, key, values: listed(value), version });
          if (values.length > 0) kept[operator] = { ...kept[operator], [key]: values };
        }
      }
      return [{ ...rest, ...(Object.keys(kept).length > 0 && { Condition: kept }) }];
    }),
  );

/** Every text of a document rewritten. @param {PolicyDocument} document @param {(text: string) => string} rewrite */
export const everyText = (document, rewrite) =>
  /** @type {PolicyDocument} */ (
    JSON.parse(JSON.stringify(document), (_, /** @type {unknown} */ value) =>
      typeof value === 'string' ? rewrite(value) : value,
    )
  );

/** A Principal element with each name under `AWS` rewritten: to other names, or to none. @param {PrincipalElement} element @param {(name: string) => readonly string[]} rewrite @returns {PrincipalElement} */
export const eachName = (element, rewrite) => {
  if (element === '*') {
    const names = rewrite('*');
    return names.includes('*') ? '*' : { AWS: names };
  }
  const { AWS, ...rest } = element;
  return AWS === undefined ? element : { ...rest, AWS: listed(AWS).flatMap(rewrite) };
};
