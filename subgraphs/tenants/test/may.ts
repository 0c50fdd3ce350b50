import { type Role, roles } from '@mycelium/schema/role';

const everyone = [...roles, 'nobody'] as const;
const managers: Role[] = ['OWNER', 'MANAGER', 'ADMIN'];
const screens: Role[] = [];
/** An API key can do what its maker can, so managers leave it to owners. */
const keyHolders: Role[] = ['OWNER', 'ADMIN'];

/**
 * Who may call which mutation of this subgraph; what it says is compared with what the gateway does.
 * @public read by name, in the test of roles
 */
export const may: Record<string, readonly (Role | 'nobody')[]> = {
  login: everyone,
  refreshSession: everyone,
  logout: everyone,
  requestPasswordReset: everyone,
  resetPassword: everyone,
  acceptInvitation: everyone,
  requestPairing: everyone,
  claimPairing: everyone,
  switchTenant: roles,
  changePassword: roles,
  readNotice: roles,
  readAllNotices: roles,
  updatePreferences: roles,
  revokeSession: roles,
  revokeOtherSessions: roles,
  rotateSigningKey: ['ADMIN'],
  createUpload: [...managers, 'MARKETER'],
  moveClock: ['ADMIN'],
  resetClock: ['ADMIN'],
  inviteMember: managers,
  resendInvitation: managers,
  revokeInvitation: managers,
  updateMembership: managers,
  removeMember: managers,
  revokeMemberSessions: managers,
  pairDisplay: managers,
  updateDisplay: managers,
  showBoard: [...managers, 'MARKETER'],
  revokeDisplay: managers,
  heartbeat: screens,
  createMenuBoard: [...managers, 'MARKETER'],
  updateMenuBoard: [...managers, 'MARKETER'],
  removeMenuBoard: [...managers, 'MARKETER'],
  enableService: keyHolders,
  updateService: keyHolders,
  disableService: keyHolders,
  updateSyncConfig: managers,
  reportSync: managers,
  runSync: managers,
  previewSync: managers,
  retrySyncRun: managers,
  confirmSyncRun: managers,
  cancelSyncRun: managers,
  resolveConflict: managers,
  retryTask: managers,
  cancelTask: managers,
  pauseTasks: managers,
  resumeTasks: managers,
  createApiClient: keyHolders,
  updateApiClient: keyHolders,
  suspendApiClient: keyHolders,
  resumeApiClient: keyHolders,
  removeApiClient: keyHolders,
  createApiKey: keyHolders,
  rotateApiKey: keyHolders,
  revokeApiKey: keyHolders,
  registerOperations: keyHolders,
  approveOperations: keyHolders,
  rejectOperations: keyHolders,
  removeOperations: keyHolders,
};
