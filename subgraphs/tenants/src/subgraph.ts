import { type Manifest, on } from '@mycelium/kit/subgraph';
import {
  alertRaised,
  alertRecovered,
  menuItemAdded,
  menuItemAvailabilityChanged,
  menuItemMoved,
  menuItemRemoved,
  menuItemUpdated,
  menuSectionAdded,
  menuSectionRemoved,
  menuSectionUpdated,
} from '@mycelium/schema/events';
import { maintenanceScheduled } from '@mycelium/schema/suite-events';
import { ApiClientResolver, TenantApiClientsResolver } from './api-client/api-client.resolver.ts';
import { ApiClient } from './api-client/api-client.ts';
import { listRepair } from './api-client/mirror-list.ts';
import { ApiKeyResolver } from './api-key/api-key.resolver.ts';
import { ApiKey } from './api-key/api-key.ts';
import { tellExpiredKeys } from './api-key/expire-keys.ts';
import { ApiUsageResolver } from './api-usage/api-usage.resolver.ts';
import { auditBefore, takeAuditBefore } from './audit-entry/audit-before.ts';
import { AuditEntryResolver } from './audit-entry/audit-entry.resolver.ts';
import { AuditEntry } from './audit-entry/audit-entry.ts';
import { logKeeper } from './audit-entry/keep-log.ts';
import { takeRefusals } from './audit-entry/take-refusals.ts';
import { makePartitions } from './audit-entry/write-entries.ts';
import { ConflictResolver } from './conflict/conflict.resolver.ts';
import { SyncConflict } from './conflict/conflict.ts';
import { CredentialResolver } from './credential/credential.resolver.ts';
import { DisplayResolver, TenantDisplaysResolver } from './display/display.resolver.ts';
import { Display } from './display/display.ts';
import { tellSilentDisplays } from './display/write-display.ts';
import { InvitationResolver, TenantInvitationsResolver } from './invitation/invitation.resolver.ts';
import { Invitation } from './invitation/invitation.ts';
import { Mail } from './mail/mail.ts';
import { sendQueuedMail } from './mail/send-mail.ts';
import { writeAlertLetters } from './mail/write-alert.ts';
import { keepWindow } from './maintenance-window/keep-window.ts';
import { MaintenanceWindowResolver } from './maintenance-window/maintenance-window.resolver.ts';
import { MaintenanceWindow } from './maintenance-window/maintenance-window.ts';
import { MenuBoardResolver, TenantMenuBoardsResolver } from './menu-board/menu-board.resolver.ts';
import { MenuBoard } from './menu-board/menu-board.ts';
import { dropSection } from './menu-board/write-board.ts';
import { ApiClientOperationsResolver, OperationResolver } from './operation/operation.resolver.ts';
import { RegisteredOperation } from './operation/operation.ts';
import { PairingResolver } from './pairing/pairing.resolver.ts';
import { PairingRow } from './pairing/pairing.ts';
import { PasswordResetResolver } from './password-reset/password-reset.resolver.ts';
import { PasswordReset } from './password-reset/password-reset.ts';
import { resetLetters } from './password-reset/reset-password.ts';
import { RoleResolver } from './role/role.resolver.ts';
import { ServiceResolver, TenantServicesResolver } from './service/service.resolver.ts';
import { ProductService } from './service/service.ts';
import { rotateSigningKeys } from './session/rotate-keys.ts';
import { SessionResolver } from './session/session.resolver.ts';
import { RefreshToken, UserSession } from './session/session.ts';
import { SigningKey } from './session/signing-key.ts';
import { repeatRevocations } from './session/tell-revoked.ts';
import { UserSessionResolver, ViewerSessionsResolver } from './session/user-session.resolver.ts';
import { ViewerResolver } from './session/viewer.resolver.ts';
import { SyncResolver, TenantSyncsResolver } from './sync/sync.resolver.ts';
import { TenantSync } from './sync/sync.ts';
import { SyncDifference } from './sync-run/difference.ts';
import { ExternalId } from './sync-run/external-id.ts';
import { SyncFailure } from './sync-run/sync-failure.ts';
import { SyncRunResolver } from './sync-run/sync-run.resolver.ts';
import { SyncRun } from './sync-run/sync-run.ts';
import { syncWorker } from './sync-run/worker.ts';
import { followMenu } from './sync-run/write-run.ts';
import { TenantResolver } from './tenant/tenant.resolver.ts';
import { Tenant } from './tenant/tenant.ts';
import { TenantHealthResolver, TenantsHealthResolver } from './tenant-health/tenant-health.resolver.ts';
import { Membership } from './user/membership.ts';
import { PeopleChangeResolver } from './user/people-change.resolver.ts';
import { MembershipResolver, TenantMembersResolver, UserResolver } from './user/user.resolver.ts';
import { User } from './user/user.ts';

/** Accounts, the people and screens that belong to them, and what the screens show. */
export const tenants: Manifest = {
  name: 'tenants',
  nouns: [
    Tenant,
    User,
    Membership,
    Invitation,
    UserSession,
    Display,
    MenuBoard,
    ApiClient,
    ApiKey,
    RegisteredOperation,
    AuditEntry,
    ProductService,
    TenantSync,
    SyncRun,
    SyncFailure,
    SyncDifference,
    SyncConflict,
    MaintenanceWindow,
  ],
  tables: [RefreshToken, SigningKey, PairingRow, Mail, PasswordReset, ExternalId],
  references: [],
  resolvers: [
    TenantResolver,
    UserResolver,
    MembershipResolver,
    TenantMembersResolver,
    PeopleChangeResolver,
    InvitationResolver,
    TenantInvitationsResolver,
    PasswordResetResolver,
    RoleResolver,
    ViewerResolver,
    ViewerSessionsResolver,
    SessionResolver,
    UserSessionResolver,
    CredentialResolver,
    PairingResolver,
    DisplayResolver,
    TenantDisplaysResolver,
    MenuBoardResolver,
    TenantMenuBoardsResolver,
    ApiClientResolver,
    TenantApiClientsResolver,
    ApiKeyResolver,
    OperationResolver,
    ApiClientOperationsResolver,
    ApiUsageResolver,
    AuditEntryResolver,
    TenantHealthResolver,
    TenantsHealthResolver,
    ServiceResolver,
    TenantServicesResolver,
    SyncResolver,
    TenantSyncsResolver,
    SyncRunResolver,
    ConflictResolver,
    MaintenanceWindowResolver,
  ],
  writesLetters: true,
  applications: ['wrapper', 'SMP', 'MARKETING_APP', 'WEB_HOSTING', 'DIGITAL_MENU', 'MINI_BODEGA'],
  reactions: [
    auditBefore,
    on(alertRaised, (ctx, alert) => writeAlertLetters(ctx, alert, 'raised')),
    on(alertRecovered, (ctx, alert) => writeAlertLetters(ctx, alert, 'recovered')),
    on(maintenanceScheduled, keepWindow),
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
  // Several, so that a long run of one tenant does not hold up the others.
  workers: [logKeeper, syncWorker, syncWorker, syncWorker],
  jobs: [
    { name: 'silent-displays', everyMs: 5_000, run: tellSilentDisplays },
    { name: 'api-key-expiration', everyMs: 60_000, run: tellExpiredKeys },
    listRepair,
    { name: 'refusals', everyMs: 1_000, run: takeRefusals },
    { name: 'audit-before', everyMs: 60_000, run: takeAuditBefore },
    { name: 'audit-partitions', everyMs: 600_000, run: makePartitions },
    resetLetters,
    { name: 'signing-keys', everyMs: 10 * 60_000, run: rotateSigningKeys },
    { name: 'revocations', everyMs: 10_000, run: repeatRevocations },
    { name: 'mail', everyMs: 1_000, run: sendQueuedMail },
  ],
};
