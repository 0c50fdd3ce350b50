import { words as core } from '../../words/es.ts';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const people: Here['people'] = {
  notDelivered: 'No se entregó la invitación a {{name}}',
  invite: 'Invitar a alguien',
  invited: 'Invitados',
  isInvited: 'Enviamos un correo a {{email}}.',
  name: 'Nombre (si lo sabes)',
  role: 'Rol',
  about: {
    OWNER: 'Dirige la cuenta: hace todo lo que puede hacer un negocio y decide quién más puede.',
    MANAGER: 'Dirige el negocio día a día, con su gente; no puede crear propietarios ni claves de API.',
    STAFF: 'Atiende a los clientes: ve lo que hay y marca platillos como agotados.',
    KITCHEN: 'Trabaja en la cocina: ve el menú y marca platillos como agotados.',
    MARKETER: 'Decide qué muestran las pantallas.',
    SUPPORT: 'Ayuda a la gente del negocio: ve mucho, no cambia nada.',
    AUDITOR: 'Audita: ve todo lo que hay que ver, no cambia nada.',
    ADMIN: 'Trabaja para la plataforma.',
  },
  withheld: 'No puedes asignar: {{roles}}. Pídelo a un propietario.',
  send: 'Enviar la invitación',
  resend: 'Enviar otra vez',
  takeBack: 'Retirar',
  EXPIRED: 'Vencida',
  QUEUED: 'Correo en espera',
  SENT: 'Correo enviado',
  FAILED: 'Correo rechazado',
  endSessions: 'Cerrar todas sus sesiones',
  sessionsEnded_one: 'Terminó {{count}} sesión.',
  sessionsEnded_other: 'Terminaron {{count}} sesiones.',
  remove: 'Eliminar',
  removeQuestion: '¿Eliminar a {{name}}?',
  removeText: 'Su sesión se cierra de inmediato y pierde el acceso aquí.',
  resetPin: 'Restablecer PIN',
  resetPinAt: 'Restablecer PIN para {{name}}',
  resetPinText: 'Este es el nuevo PIN de {{name}} para {{location}}. Puede elegir otro en la página de su cuenta.',
  lastOwner: 'Debe haber al menos un propietario. Nombra a otro primero.',
  goneTitle: 'No se encontró la persona',
  goneText: 'Se eliminó a esta persona, o la dirección no es correcta.',
};

export const words = { people } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  inviteMember: 'Invitó a alguien',
  resendInvitation: 'Envió otra vez una invitación',
  revokeInvitation: 'Retiró una invitación',
  acceptInvitation: 'Aceptó una invitación',
  updateMembership: 'Cambió el rol de alguien',
  removeMember: 'Eliminó a alguien',
  revokeMemberSessions: 'Cerró todas las sesiones de alguien',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  pii: {
    about: 'Datos personales',
    read: 'Ver datos personales completos',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Membership: 'Persona',
    Invitation: 'Invitación',
    User: 'Cuenta de una persona',
    UserSession: 'Sesión',
  },
  field: {
    Membership: {
      role: 'rol',
    },
    Invitation: {
      role: 'rol',
      name: 'nombre',
      email: 'correo',
      expiresAt: 'vence',
    },
    User: {
      name: 'nombre',
      email: 'correo',
    },
  },
  value: {
    Membership: {
      role: core.role,
    },
    Invitation: {
      role: core.role,
    },
  },
  sentence: {
    Membership: {
      CREATED: '{{name}} se unió ({{who}})',
      REMOVED: '{{who}} eliminó a {{name}}',
      role: '{{who}} cambió el rol de {{name}} de {{before}} a {{after}}',
    },
    Invitation: {
      CREATED: '{{who}} invitó a {{name}}',
      REMOVED: '{{who}} retiró la invitación de {{name}}',
    },
  },
};
