import { bound, former } from '@mycelium/kit/at-root';
import { sweepPictures } from '@mycelium/kit/pictures/sweep-pictures';
import { type Manifest, on } from '@mycelium/kit/subgraph';
import { longRound, round } from '@mycelium/kit/tasks/rounds';
import { alertRaised, alertRecovered, maintenanceScheduled, securityAlert } from '@mycelium/schema/subgraphs/events';
import {
  menuItemAdded,
  menuItemAvailabilityChanged,
  menuItemMoved,
  menuItemRemoved,
  menuItemUpdated,
  menuSectionAdded,
  menuSectionRemoved,
  menuSectionUpdated,
} from '@mycelium/schema/subgraphs/restaurant';
import { noticeRaised } from '@mycelium/schema/subgraphs/tenants';
import { apiClientPart } from './api-client/api-client.resolver.ts';
import { listRepair } from './api-client/mirror-list.ts';
import { apiKeyPart } from './api-key/api-key.resolver.ts';
import { tellExpiredKeys } from './api-key/expire-keys.ts';
import { warnOfExpiry } from './api-key/warn-of-expiry.ts';
import { apiUsagePart } from './api-usage/api-usage.resolver.ts';
import { auditBefore, takeAuditBefore } from './audit-entry/audit-before.ts';
import { auditEntryPart } from './audit-entry/audit-entry.resolver.ts';
import { logKeeper } from './audit-entry/keep-log.ts';
import { refusalTaker } from './audit-entry/take-refusals.ts';
import { makePartitions } from './audit-entry/write-entries.ts';
import { clockPart } from './clock/clock.resolver.ts';
import { colleaguePart } from './colleague/colleague.resolver.ts';
import { conflictPart } from './conflict/conflict.resolver.ts';
import { credentialPart } from './credential/credential.resolver.ts';
import { darkSigns } from './display/dark-signs.ts';
import { displayPart } from './display/display.resolver.ts';
import { offlineAgain } from './display/tell-offline.ts';
import { planSilent, tellSilent } from './display/tell-silent.ts';
import { invitationPart } from './invitation/invitation.resolver.ts';
import { mailPart } from './mail/mail.ts';
import { planEmails, sendEmail } from './mail/send-mail.ts';
import { keepWindow } from './maintenance-window/keep-window.ts';
import { maintenanceWindowPart } from './maintenance-window/maintenance-window.resolver.ts';
import { menuBoardPart } from './menu-board/menu-board.resolver.ts';
import { dropSection } from './menu-board/write-board.ts';
import { forgetNotices } from './notice/forget-notices.ts';
import { hearNotice } from './notice/hear-notice.ts';
import { noticePart } from './notice/notice.resolver.ts';
import { tellOfAlert } from './notice/tell-of-alert.ts';
import { operationPart } from './operation/operation.resolver.ts';
import { pairingPart } from './pairing/pairing.resolver.ts';
import { passwordResetPart } from './password-reset/password-reset.resolver.ts';
import { answerReset, planResets } from './password-reset/reset-password.ts';
import { pinPart } from './pin/pin.resolver.ts';
import { turnPinsOff } from './pin/turn-pins-off.ts';
import { preferencesPart } from './preferences/preferences.resolver.ts';
import { queuesRootPart } from './queues/queues.resolver.ts';
import { Location } from './references.ts';
import { rolePart } from './role/role.resolver.ts';
import { unusedProducts } from './service/mirror-unused.ts';
import { servicePart } from './service/service.resolver.ts';
import { rotateSigningKeys } from './session/rotate-keys.ts';
import { sessionPart } from './session/session.resolver.ts';
import { revocationRepeater } from './session/tell-revoked.ts';
import { userSessionPart } from './session/user-session.resolver.ts';
import { viewerPart } from './session/viewer.resolver.ts';
import { stationPart } from './station/station.resolver.ts';
import { failingSigns } from './sync/failing-signs.ts';
import { syncPart } from './sync/sync.resolver.ts';
import { failingAgain } from './sync/tell-failing.ts';
import { doRun, planRuns } from './sync-run/do-run.ts';
import { syncRunPart } from './sync-run/sync-run.resolver.ts';
import { followMenu } from './sync-run/write-run.ts';
import { tenantPart } from './tenant/tenant.resolver.ts';
import { tenantHealthPart } from './tenant-health/tenant-health.resolver.ts';
import { uploadPart } from './upload/upload.resolver.ts';
import { peopleChangePart } from './user/people-change.resolver.ts';
import { userPart } from './user/user.resolver.ts';

/** Accounts, the people and screens that belong to them, and what the screens show. */
export const tenants: Manifest = {
  name: 'tenants',
  parts: [
    tenantPart,
    colleaguePart,
    userPart,
    peopleChangePart,
    invitationPart,
    passwordResetPart,
    rolePart,
    viewerPart,
    userSessionPart,
    sessionPart,
    credentialPart,
    pairingPart,
    displayPart,
    stationPart,
    pinPart,
    menuBoardPart,
    apiClientPart,
    apiKeyPart,
    operationPart,
    apiUsagePart,
    auditEntryPart,
    tenantHealthPart,
    servicePart,
    syncPart,
    syncRunPart,
    conflictPart,
    clockPart,
    maintenanceWindowPart,
    uploadPart,
    mailPart,
    noticePart,
    preferencesPart,
    queuesRootPart,
  ],
  references: [Location],
  atRoot: [
    bound('auditEntries'),
    former('auditExport'),
    former('conflicts'),
    former('maintenanceWindows'),
    bound('syncRuns'),
  ],
  writesEmails: true,
  reactions: [
    auditBefore,
    on(alertRaised, (ctx, alert) => tellOfAlert(ctx, alert, 'raised')),
    on(alertRecovered, (ctx, alert) => tellOfAlert(ctx, alert, 'recovered')),
    on(noticeRaised, hearNotice),
    on(maintenanceScheduled, keepWindow),
    on(securityAlert, (ctx, alert, { feed }) => turnPinsOff(ctx, alert, feed)),
    on(menuSectionRemoved, async (ctx, { sectionId }, { source }) => {
      await dropSection(ctx, sectionId);
      await followMenu(ctx, source);
    }),
    ...[
      menuItemAdded,
      menuItemUpdated,
      menuItemAvailabilityChanged,
      menuItemMoved,
      menuItemRemoved,
      menuSectionAdded,
      menuSectionUpdated,
    ].map((type) => on<unknown>(type, (ctx, _payload, { source }) => followMenu(ctx, source))),
  ],
  signs: async (ctx, tenantIds) => [...(await failingSigns(ctx, tenantIds)), ...(await darkSigns(ctx, tenantIds))],
  workers: [logKeeper, refusalTaker, revocationRepeater],
  tasks: [
    sendEmail,
    planEmails,
    answerReset,
    planResets,
    doRun,
    planRuns,
    tellSilent,
    planSilent,
    offlineAgain,
    failingAgain,
    listRepair,
    unusedProducts,
    round('api-key-expiration', '* * * * *', tellExpiredKeys),
    round('api-key-warning', '41 * * * *', warnOfExpiry),
    round('notice-retention', '23 * * * *', forgetNotices),
    longRound('audit-before', '*/10 * * * *', takeAuditBefore),
    sweepPictures,
    round('audit-partitions', '3 * * * *', makePartitions),
    round('signing-keys', '*/10 * * * *', rotateSigningKeys),
  ],
};
