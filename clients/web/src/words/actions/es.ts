import type { Words } from '../en.ts';

/** What somebody did for themselves or for everyone, by the name of the action in the log; the others are words of their areas. */
export const done: Words['done'] = {
  login: 'Inició sesión',
  unmask: 'Vio datos personales completos',
  logout: 'Cerró sesión',
  refreshSession: 'Continuó una sesión',
  switchTenant: 'Cambió de negocio',
  revokeSession: 'Terminó una sesión',
  revokeOtherSessions: 'Terminó las otras sesiones',
  requestPasswordReset: 'Pidió una contraseña nueva',
  resetPassword: 'Eligió una contraseña nueva',
  updatePreferences: 'Cambió sus preferencias',
  changePassword: 'Cambió la contraseña',
  moveClock: 'Movió el reloj del negocio',
  resetClock: 'Volvió el reloj del negocio a la hora real',
  rotateSigningKey: 'Sustituyó la clave que firma las sesiones',
  securityAlert: 'Llegó una alerta de seguridad',
};
