// What the scripts say: Chinese first, English beside it.

/** @param {string} chinese @param {string} english */
export function say(chinese, english) {
  process.stdout.write(`${chinese}\n  ${english}\n`);
}

/** @param {string} chinese @param {string} english */
export function complain(chinese, english) {
  process.stderr.write(`${chinese}\n  ${english}\n`);
}
