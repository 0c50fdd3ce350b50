/** What somebody did for themselves or for everyone, by the name of the action in the log; the others are words of their areas. */
export const done = {
  login: 'Logged in',
  unmask: 'Saw personal data in full',
  logout: 'Logged out',
  refreshSession: 'Went on with a session',
  switchTenant: 'Went over to work for another',
  revokeSession: 'Ended a session',
  revokeOtherSessions: 'Ended the other sessions',
  requestPasswordReset: 'Asked for a new password',
  resetPassword: 'Chose a new password',
  updatePreferences: 'Changed what they chose for themselves',
  changePassword: 'Changed the password',
  moveClock: 'Moved the business clock',
  resetClock: 'Set the business clock back to real time',
  rotateSigningKey: 'Replaced the key that signs sessions',
  securityAlert: 'A security alert came',
} as const;
