import { vendorMeasures } from '@mycelium/kit/connector/measures';
import type { Metrics } from '../metrics.ts';

/** Takes over what the subgraphs of this process asked of vendors. */
export function takeVendorMeasures({ vendorCalls, vendorSeconds, vendorBreakers }: Metrics): void {
  for (const metric of [vendorCalls, vendorSeconds, vendorBreakers]) metric.reset();
  for (const [vendor, { attempts, seconds, pausedSeconds, opened }] of vendorMeasures()) {
    for (const [outcome, times] of attempts) vendorCalls.inc({ vendor, outcome }, times);
    vendorSeconds.inc({ vendor, what: 'calling' }, seconds);
    vendorSeconds.inc({ vendor, what: 'paused' }, pausedSeconds);
    vendorBreakers.inc({ vendor }, opened);
  }
}
