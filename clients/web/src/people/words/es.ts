import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const people: Here['people'] = {
  notDelivered: 'No se entregó la invitación a {{name}}',
  invite: 'Invitar a alguien',
  invited: 'Invitados',
  isInvited: 'Una carta va a {{email}}.',
  name: 'Nombre (si lo sabes)',
  role: 'Rol',
  withheld: 'No puedes darlos: {{roles}}. Nadie da lo que no puede hacer; pídelo a un propietario.',
  send: 'Enviar la invitación',
  resend: 'Enviar otra vez',
  takeBack: 'Retirar',
  EXPIRED: 'Nadie respondió',
  QUEUED: 'La carta espera',
  SENT: 'Carta enviada',
  FAILED: 'Carta rechazada',
  endSessions: 'Cerrar todas sus sesiones',
  sessionsEnded_one: 'Terminó {{count}} sesión.',
  sessionsEnded_other: 'Terminaron {{count}} sesiones.',
  remove: 'Quitar',
  removeQuestion: '¿Quitar a {{name}}?',
  removeText: 'Su sesión se cierra de inmediato y ya no tiene acceso aquí.',
  lastOwner: 'Alguien tiene que ser dueño. Nombra a otro primero.',
  goneTitle: 'No es de tu gente',
  goneText: 'Esta persona fue quitada, o la dirección no es correcta.',
};

export const words = { people } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  inviteMember: 'Invitó a alguien',
  resendInvitation: 'Envió otra vez una invitación',
  revokeInvitation: 'Retiró una invitación',
  acceptInvitation: 'Aceptó una invitación',
  updateMembership: 'Cambió el rol de alguien',
  removeMember: 'Quitó a alguien',
  revokeMemberSessions: 'Cerró todas las sesiones de alguien',
};
