import { startSmp } from '@mycelium/smp/smp';

const { url } = await startSmp({ token: process.argv[2] ?? '' });
process.send?.({ ready: url });
