/** Of what is tried: the same seed tries the same. */
export const seed = Number(process.env.FAULTS_SEED || 20_261_129);

/** For how long a running platform is attacked while its servers are killed. */
export const minutes = Number(process.env.FAULTS_MINUTES || 0.4);

/** In how many ways each operation is asked. */
export const ways = Number(process.env.FAULTS_WAYS || 24);
