import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Makes node_modules what the lockfile says, unless it is; one process at a time. Throws for a package that no lockfile knows yet. */
export async function install(root) {
  if (isInstalled(root)) return checkNew(root);
  const lock = join(root, '.data/installing');
  const release = await take(lock);
  try {
    if (!isInstalled(root)) await npmCi(root, lock);
  } finally {
    release();
  }
  if (!isInstalled(root))
    throw new Error('npm ci ended well, and yet packages are missing: remove node_modules and start again.');
}

/** npm writes node_modules/.package-lock.json when all is unpacked and every install script has run. */
function isInstalled(root) {
  try {
    const wanted = packagesOf(join(root, 'package-lock.json'));
    const found = packagesOf(join(root, 'node_modules/.package-lock.json'));
    const isThere = ([path, { version, optional, peer, devOptional }]) => {
      if (path === '') return true;
      if (!found[path]) return Boolean(optional || peer || devOptional);
      return found[path].version === version && existsSync(join(root, path));
    };
    return Object.entries(wanted).every(isThere) && existsSync(join(root, 'node_modules/node/bin/node'));
  } catch {
    return false;
  }
}

/** What somebody has just written into a package.json is in no lockfile yet, and would end in a stack. */
function checkNew(root) {
  const isThere = (name) => existsSync(join(root, 'node_modules', name));
  for (const folder of workspacesOf(root)) {
    const { name, dependencies, devDependencies } = read(join(root, folder, 'package.json'));
    if (!isThere(name)) throw new Error(`${folder} is new here: run npm install.`);
    const wanted = Object.keys({ ...dependencies, ...devDependencies });
    const missing = wanted.find((each) => !isThere(each) && !existsSync(join(root, folder, 'node_modules', each)));
    if (missing) throw new Error(`${folder} needs ${missing}, which is not installed: run npm install.`);
  }
}

function workspacesOf(root) {
  const { workspaces } = read(join(root, 'package.json'));
  return workspaces
    .flatMap((pattern) =>
      pattern.endsWith('/*')
        ? readdirSync(join(root, pattern.slice(0, -2))).map((name) => join(pattern.slice(0, -2), name))
        : [pattern],
    )
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

function packagesOf(lockfile) {
  return read(lockfile).packages;
}

async function npmCi(root, lock) {
  // With NODE_ENV=production npm would leave out what builds the clients.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const own = process.env.npm_execpath;
  const [command, ...first] = own && basename(own) === 'npm-cli.js' ? [process.execPath, own] : ['npm'];
  const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  // If we are killed, npm may still be at work: the next one waits for it.
  writeFileSync(lock, `${process.pid} ${child.pid ?? ''}`);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const stop = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  const code = await showing(
    'Installing packages',
    new Promise((resolve, reject) => {
      child.on('error', (error) =>
        reject(new Error(`npm could not be started (${error.message}): install Node together with npm.`)),
      );
      child.on('close', (exitCode, signal) => resolve(signal ?? exitCode));
    }),
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, stop);
  if (code === 'SIGINT' || code === 'SIGTERM') process.exit(130);
  if (code !== 0)
    throw new Error(`${output.trim()}\nnpm ci failed, see above: check the network and the disk, then start again.`);
}

/** Shows the seconds of what takes longer than one: on a terminal in one line, elsewhere now and then. */
async function showing(what, work) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const isTerminal = process.stderr.isTTY;
  const tick = () => {
    if (isTerminal) process.stderr.write(`\r${what} … ${seconds()} s`);
    else if (seconds() === 1 || seconds() % 15 === 0) process.stderr.write(`${what} … ${seconds()} s\n`);
  };
  const timer = setInterval(tick, 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (isTerminal) process.stderr.write('\r\u001b[K');
    if (seconds() >= 1) process.stderr.write(`${what}: ${seconds()} s\n`);
  }
}

/** Takes the lock, after a living holder is done; one that died, or is a day old, holds nobody back. */
async function take(lock) {
  mkdirSync(join(lock, '..'), { recursive: true });
  const waiting = async () => {
    while (!place(lock)) {
      if (isStale(lock)) rmSync(lock, { force: true });
      else await sleep(250);
    }
  };
  if (!place(lock)) await showing('Waiting for another process that installs packages', waiting());
  return () => rmSync(lock, { force: true });
}

function place(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new Error(`${lock} could not be written (${error.code}): start as the user that owns this folder.`);
  }
}

function isStale(lock) {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    const pids = readFileSync(lock, 'utf8').split(' ').map(Number).filter(Boolean);
    if (!pids.length) return age > 5000;
    return age > 24 * 3_600_000 || !pids.some(isAlive);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
