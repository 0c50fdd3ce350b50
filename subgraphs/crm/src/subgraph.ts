import { bound } from '@mycelium/kit/at-root';
import type { Manifest } from '@mycelium/kit/subgraph';
import { accountPart } from './account/account.resolver.ts';
import { assessAccount, assessAccounts } from './account/assess-accounts.ts';
import { activityPart } from './activity/activity.resolver.ts';
import { remind } from './activity/remind.ts';
import { answers } from './answers.ts';
import { calendarPart } from './calendar/calendar.resolver.ts';
import { contactPart } from './contact/contact.resolver.ts';
import { duplicatePart } from './duplicate/duplicate.resolver.ts';
import { employeePart } from './employee/employee.resolver.ts';
import { importPart } from './import/import.resolver.ts';
import { importTasks } from './import/import-tasks.ts';
import { mergePart } from './merge/merge.resolver.ts';
import { notePart } from './note/note.resolver.ts';
import { opportunityPart } from './opportunity/opportunity.resolver.ts';
import { overviewPart } from './overview/overview.resolver.ts';
import { partnerPart } from './partner/partner.resolver.ts';
import { pipelinePart } from './pipeline/pipeline.resolver.ts';
import { reactions } from './reactions.ts';
import { Tenant, TenantHealth } from './references.ts';
import { searchPart } from './search/search.resolver.ts';
import { tagPart } from './tag/tag.resolver.ts';
import { crmHealthPart } from './tenant-health/tenant-health.resolver.ts';
import { forgetAcknowledged } from './timeline/note-acknowledged.ts';
import { timelinePart } from './timeline/timeline.resolver.ts';
import { viewPart } from './view/view.resolver.ts';

/** Whom a tenant deals with, what was agreed and what is to be done; and what the platform's staff keep about the tenant. */
export const crm: Manifest = {
  name: 'crm',
  parts: [
    accountPart,
    overviewPart,
    contactPart,
    duplicatePart,
    mergePart,
    importPart,
    notePart,
    searchPart,
    timelinePart,
    activityPart,
    calendarPart,
    crmHealthPart,
    partnerPart,
    employeePart,
    pipelinePart,
    opportunityPart,
    tagPart,
    viewPart,
  ],
  references: [Tenant, TenantHealth],
  reactions,
  answers,
  tasks: [assessAccount, assessAccounts, remind, forgetAcknowledged, ...importTasks],
  atRoot: [
    bound('contacts'),
    bound('exportContacts'),
    bound('duplicates'),
    bound('imports'),
    bound('searchCrm'),
    bound('activities'),
    bound('notes'),
    bound('timeline'),
    bound('checkTimeline'),
    bound('partners'),
    bound('pipelines'),
    bound('opportunities'),
    bound('forecast'),
  ],
};
