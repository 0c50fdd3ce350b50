/** What somebody did for themselves or for everyone, by the name of the action in the log; the others are words of their areas. */
export const done = {
  login: 'Logged in',
  unmask: 'Viewed personal data in full',
  logout: 'Logged out',
  refreshSession: 'Continued a session',
  switchTenant: 'Switched business',
  revokeSession: 'Ended a session',
  revokeOtherSessions: 'Ended the other sessions',
  requestPasswordReset: 'Asked for a new password',
  resetPassword: 'Chose a new password',
  updatePreferences: 'Changed their preferences',
  changePassword: 'Changed the password',
  moveClock: 'Moved the business clock',
  resetClock: 'Set the business clock back to real time',
  rotateSigningKey: 'Replaced the key that signs sessions',
  securityAlert: 'A security alert came',
} as const;
