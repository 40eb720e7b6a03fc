// This file must parse on old versions of Node: no syntax younger than modules.

/**
 * Says in one sentence what is wrong with a version of Node, or nothing.
 * @param {string} version
 * @returns {string}
 */
export function nodeProblem(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > 20 || (major === 20 && minor >= 19)) return '';
  return `Shortlived needs Node 20.19 or later; this is Node ${version}. See https://nodejs.org/en/download`;
}

/**
 * Prints that sentence, if there is one, and tells whether to go on.
 * @returns {boolean}
 */
export function checkNode() {
  const problem = nodeProblem(process.env.SHORTLIVED_NODE_VERSION || process.versions.node);
  if (problem) console.error(problem);
  if (problem) process.exitCode = 1;
  return !problem;
}
