import type { Context } from '@mycelium/kit/context';
import { syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { catalogueSchema } from '../service/product.ts';
import { ProductService } from '../service/service.ts';
import { TenantSync } from '../sync/sync.ts';
import { syncConfigSchema } from '../sync/sync-config.ts';
import { Tenant } from '../tenant/tenant.ts';
import { openCatalogue } from './catalogue.ts';
import { ExternalId } from './external-id.ts';
import { Foresight } from './foresight.ts';
import type { Job } from './job.ts';
import { openMenu } from './menu.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { pushSections } from './push-sections.ts';
import { type Told, told } from './sync-reason.ts';
import { type OnlyItems, SyncMode, SyncRun, SyncStep, SyncStepName } from './sync-run.ts';
import { takeStep, type Work } from './work.ts';

/** The run would take so much away that somebody must confirm it. */
export class Danger extends Error {
  constructor(readonly told: Told) {
    super(told.message);
  }
}

/** Tenant, services, sections, items both ways, status; answers how many items failed. Each step may be done again. */
export async function runSteps(work: Work): Promise<number> {
  const { job, confirmed, hasLinks, tenant, services } = await open(work);
  const [language] = tenant.languages;
  const { catalogue, settings } = job;
  if (work.isPreview) {
    await survey(job, language);
    return 0;
  }
  await takeStep(work, SyncStepName.TENANT, async (step) => {
    const { slug, name, languages, currency, timeZone } = tenant;
    await catalogue.putTenant({ slug, name, languages, currency, timeZone });
    step.seen += 1;
  });
  await takeStep(work, SyncStepName.SERVICES, async (step) => {
    await catalogue.putServices(services.map(({ product, status, since }) => ({ product, status, since })));
    step.seen += services.length;
  });
  const isLookedAt = work.steps.some(({ name }) => name === SyncStepName.CATEGORIES);
  if (!confirmed && !settings.only && !isLookedAt && hasLinks) await refuseDanger(job, language);
  await takeStep(work, SyncStepName.CATEGORIES, (step) => pushSections(job, step));
  if (settings.config.direction === 'BOTH')
    await takeStep(work, SyncStepName.PULL, (step, after) => pull(job, step, after));
  await takeStep(work, SyncStepName.PUSH, (step, after) => push(job, step, after));
  await takeStep(work, SyncStepName.STATUS, async (step) => {
    step.seen += 1;
  });
  if (!settings.only) Object.assign(work.cursors, job.reached);
  return work.steps.reduce((sum, { failed }) => sum + failed, 0);
}

async function open(work: Work) {
  return work.inRun(async ({ em, vault, outside, redis }) => {
    const run = await em.findOneOrFail(SyncRun, { id: work.runId });
    const sync = await em.findOneOrFail(TenantSync, { id: work.syncId }, { populate: ['service'] });
    const tenant = await em.findOneOrFail(Tenant, { id: work.tenantId });
    const services = await em.find(ProductService, {}, { orderBy: { product: 'asc' } });
    const { product, localCursor, remoteCursor, service } = sync;
    const config = syncConfigSchema.parse(sync.config);
    const { baseUrl, account } = catalogueSchema.parse(service.$.config);
    const { correlationId, signal, tenantId } = work;
    const token = service.$.token && vault.open(service.$.token);
    const { attempts } = config;
    const { fetch } = outside;
    const onBreaker = () => tellOfConnection(work);
    const address = { baseUrl, fetch, tenantId, attempts, redis, connection: service.id, onBreaker };
    const catalogue = openCatalogue({ product, account, token, correlationId, signal, ...address });
    work.attempts = () => catalogue.attempts;
    const { local, remote } = work.progress?.reached ?? {};
    const isWhole = run.mode === SyncMode.INITIAL;
    const job: Job = {
      work,
      catalogue,
      menu: openMenu(work.ask, work.tenantId, product, correlationId),
      settings: {
        product,
        config,
        isWhole,
        only: run.only ?? undefined,
        again: isWhole || run.only ? { local: [], external: [] } : await failedBefore(em, work),
        currency: tenant.currency,
        localCursor: isWhole ? undefined : (localCursor ?? undefined),
        remoteCursor: isWhole ? undefined : (remoteCursor ?? undefined),
      },
      foresight: undefined,
      reached: { local: local ? new Date(local) : undefined, remote },
    };
    // Where nothing was brought over yet, nothing can be taken away.
    const hasLinks = (await em.findOne(ExternalId, { system: product, kind: 'ITEM' })) !== null;
    return { job, hasLinks, confirmed: run.confirmed, tenant, services };
  });
}

/** Whoever watches the sync sees that the product is left alone from now on, or no longer. */
async function tellOfConnection({ log, inTenant, tenantId, correlationId, syncId, runId }: Work): Promise<void> {
  await inTenant(tenantId, correlationId, async (ctx) => ctx.publish(syncStatusChanged, { syncId, runId })).catch(
    (error: unknown) => log.warn({ err: error, syncId }, 'a change of a connection could not be told'),
  );
}

/** What the last run that came to its end could not bring over: the product does not mention it again, as long as it does not change. */
async function failedBefore(em: Context['em'], { syncId, runId }: Work): Promise<OnlyItems> {
  const failures = await em.execute<{ local_id: string | null; external_id: string | null }[]>(
    `select local_id, external_id from tenants.sync_failure where run_id = (
       select id from tenants.sync_run
       where sync_id = ? and id <> ? and mode not in ('PREVIEW', 'RETRY')
         and (status = 'SUCCESS' or (status = 'ERROR' and reason ->> 'code' = 'ITEMS_FAILED'))
       order by id desc limit 1
     ) order by id`,
    [syncId, runId],
  );
  return {
    local: failures.flatMap(({ local_id }) => local_id ?? []),
    external: failures.flatMap(({ external_id }) => external_id ?? []),
  };
}

/** What pull and push would do, into the steps of the run. */
async function survey(job: Job, language: string | undefined): Promise<void> {
  const foresight = new Foresight();
  const dry: Job = { ...job, foresight, reached: {} };
  if (job.settings.config.direction === 'BOTH') await takeStep(job.work, SyncStepName.PULL, (step) => pull(dry, step));
  await takeStep(job.work, SyncStepName.PUSH, (step) => push(dry, step));
  await foresight.keep(job.work, language);
}

/** Looks before it leaps: a run that takes too much away stops here, before it has changed anything. */
async function refuseDanger(job: Job, language: string | undefined): Promise<void> {
  const { config } = job.settings;
  const foresight = new Foresight();
  const dry: Job = { ...job, foresight, reached: {} };
  const [pulled, pushed] = [new SyncStep(), new SyncStep()];
  if (config.direction === 'BOTH') await pull(dry, pulled);
  await push(dry, pushed);
  const lost = pulled.removed + pulled.zeroed + pushed.removed + pushed.zeroed;
  if (lost === 0) return;
  const total = (await job.menu.count()) + pushed.removed;
  if ((lost / Math.max(total, 1)) * 100 <= config.confirmAbovePercent) return;
  await foresight.keep(job.work, language);
  const removed = pulled.removed + pushed.removed;
  const [zeroed, percent] = [lost - removed, config.confirmAbovePercent];
  const message = `Of ${total} items it would remove ${removed} and set the price of ${zeroed} to zero; the limit is ${percent}%.`;
  throw new Danger(told(message, 'MUCH_TAKEN_AWAY', { values: { removed, zeroed, items: total, percent } }));
}
