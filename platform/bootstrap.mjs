// The one door of every npm script. It says so, rather than fail oddly, where Node is too old for what is behind it.
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  process.stderr.write(
    `Node ${process.versions.node} is too old: Mycelium needs Node 20 or later, see https://nodejs.org.\n`,
  );
  process.exit(1);
} else {
  import('./hand-over.mjs').then(({ handOver }) => handOver(process.argv[2], process.argv.slice(3)));
}
