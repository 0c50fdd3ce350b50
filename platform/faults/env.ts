/** Of what is tried: the same seed tries the same. */
export const seed = Number(process.env.FAULTS_SEED || 20_261_129);
