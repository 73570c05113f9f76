// copy.js CONCORD DRAFT OPTION...: processor milliseconds of whole processes and their ratios, the
// best of several rounds in turns.  Processor time, because a loaded machine stretches the clock on
// the wall.
'use strict';
const {execFileSync} = require('child_process');
const path = require('path');

const [concord, draft, ...options] = process.argv.slice(2);
const rounds = 7;
const bin = name => path.join(__dirname, 'node_modules', '.bin', name);
const commands = {
  concord: [concord, 'check', draft, ...options],
  'write-good': [bin('write-good'), draft],
  textlint: [bin('textlint'), '--no-textlintrc', '--rule', 'write-good', draft],
};

// `times` of the shell: the second line is that of the program, "0m0.47s 0m0.02s"
const milliseconds = (command, runs) => {
  const script = `for run in $(seq ${runs}); do "$@" > /dev/null 2>&1 || true; done; times`;
  const out = execFileSync('bash', ['-c', script, 'bash', ...command], {encoding: 'utf8'});
  const parts = [...out.trim().split('\n').pop().matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + 6e4 * minutes + 1e3 * seconds, 0) / runs;
};

const best = {};
for (let round = 0; round < rounds; ++round) {
  for (const [name, command] of Object.entries(commands)) {
    const used = milliseconds(command, name === 'concord' ? 20 : 1);
    best[name] = Math.min(best[name] ?? Infinity, used);
  }
}
for (const [name, used] of Object.entries(best)) {
  const ratio = name === 'concord' ? '' : `  concord takes 1/${(used / best.concord).toFixed(1)} of it`;
  console.log(`${name.padEnd(12)} ${used.toFixed(1).padStart(8)} ms${ratio}`);
}
