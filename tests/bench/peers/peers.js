// peers.js CONCORD FILE...: processor milliseconds, what was found a kilobyte, and ratios, the best of
// several rounds in turns.  Processor time, because a loaded machine stretches the clock on the wall.
// Concord reads its paragraphs from JSON and writes each value as JSON, which counts; the peers are
// handed strings and leave objects in memory.  Both have run before they are timed.
'use strict';
const {execFileSync} = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const numbers = require('@microsoft/recognizers-text-number');
const dates = require('@microsoft/recognizers-text-date-time');
const chrono = require('chrono-node');

const [concord, ...files] = process.argv.slice(2);
const rounds = 3;
const repeats = 200; // of the text for concord, so that its start-up does not count
const reference = new Date('2024-03-24T12:00:00Z');
const paragraphs = files.flatMap(file => fs.readFileSync(file, 'utf8').split(/\n\s*\n/)).filter(text => text.trim());
const bytes = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peers-'));
const requests = (name, times) => {
  const lines = paragraphs.map((text, id) => JSON.stringify({id: String(id), text, reference_time: '2024-03-24T12:00:00Z'}));
  const file = path.join(folder, name);
  fs.writeFileSync(file, (lines.join('\n') + '\n').repeat(times));
  return file;
};
const one = requests('one.jsonl', 1);
const many = requests('many.jsonl', repeats + 1);
const word = path.join(folder, 'word.jsonl');
fs.writeFileSync(word, JSON.stringify({id: 'word', source: 'word', text: 'Nothing.'}) + '\n');

const milliseconds = run => {
  const begin = process.cpuUsage();
  run();
  const used = process.cpuUsage(begin);
  return (used.user + used.system) / 1e3;
};
// `times` of the shell: the second line is that of the program, "0m0.47s 0m0.02s"
const values = (file, runs = 1) => {
  const command = 'for run in $(seq "$3"); do "$0" values "$1" > "$2"; done; times';
  const out = execFileSync('sh', ['-c', command, concord, file, os.devNull, String(runs)], {encoding: 'utf8'});
  const parts = [...out.trim().split('\n').pop().matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + 6e4 * minutes + 1e3 * seconds, 0) / runs;
};

const found = {
  concord: execFileSync(concord, ['values', one], {encoding: 'utf8'}).trim().split('\n')
    .reduce((sum, line) => sum + JSON.parse(line).values.length, 0),
};
const best = {concord: Infinity, 'start-up': Infinity};
const peers = {
  'recognizers-text numbers': text => numbers.recognizeNumber(text, 'en-us'),
  'recognizers-text dates': text => dates.recognizeDateTime(text, 'en-us', undefined, reference),
  'chrono-node': text => chrono.parse(text, reference),
};
for (const name of Object.keys(peers)) best[name] = Infinity;
for (let round = 0; round < rounds; ++round) {
  best['start-up'] = Math.min(best['start-up'], values(word, 50));
  const once = values(one);
  const all = values(many);
  best.concord = Math.min(best.concord, (all - once) / repeats);
  for (const [name, read] of Object.entries(peers)) {
    const read_all = () => found[name] = paragraphs.reduce((sum, text) => sum + read(text).length, 0);
    best[name] = Math.min(best[name], milliseconds(read_all));
  }
}
fs.rmSync(folder, {recursive: true});

console.log(`${paragraphs.length} paragraphs, ${bytes} bytes`);
for (const [name, time] of Object.entries(best)) {
  const ratio = name in peers ? `  ${(time / best.concord).toFixed(0)} times as long as concord` : '';
  const per_kilobyte = name in found ? `  ${(1e3 * found[name] / bytes).toFixed(1).padStart(4)} found in 1 kB` : '';
  console.log(`${name.padEnd(26)} ${time.toFixed(3).padStart(10)} ms${per_kilobyte}${ratio}`);
}
