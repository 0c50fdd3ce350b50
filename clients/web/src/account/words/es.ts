import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const me: Here['me'] = {
  sessions: 'Dónde tienes sesión abierta',
  thisOne: 'Esta',
  unknownDevice: 'Dispositivo desconocido',
  since: 'inicio',
  lastSeen: 'última actividad',
  end: 'Cerrar sesión',
  endOne: 'Cerrar sesión: {{device}}',
  endOthers: 'Cerrar todas las demás',
  endOthersQuestion_one: '¿Cerrar {{count}} sesión más?',
  endOthersQuestion_other: '¿Cerrar {{count}} sesiones más?',
  endOthersText:
    'Terminan de inmediato, en todos los negocios para los que trabajas. Aquí sigues con la sesión abierta.',
  ended_one: 'Terminó {{count}} sesión.',
  ended_other: 'Terminaron {{count}} sesiones.',
  changePassword: 'Cambiar la contraseña',
  current: 'Contraseña actual',
  wrong: 'Esta no es tu contraseña.',
  rules:
    'Al menos 12 caracteres; lo mejor son unas cuantas palabras. Nada fácil de adivinar, ni tu nombre o dirección. Se cierran tus demás sesiones.',
  passwordChanged: 'Se cambió tu contraseña. Se cerraron tus demás sesiones.',
  pin: 'Tu PIN',
  pinText:
    'Con él inicias sesión en las terminales y pantallas de cocina de una sucursal. De cuatro a seis dígitos; ni 1234 ni un año.',
  pinLocation: 'Sucursal',
  pinNew: 'PIN nuevo',
  pinSet: 'Definir PIN',
  pinSaved: 'Se definió tu PIN para {{name}}.',
  pinSince: 'PIN definido',
  pinNone: 'Todavía no tienes PIN ahí.',
  pinOff: 'Tu PIN ahí se desactivó. Un gerente puede restablecerlo.',
  languageText: 'Para la consola y los correos que recibes.',
  timeZone: 'Zona horaria',
  timeZoneText: 'Para las horas de tus correos y avisos.',
  zoneOfTenant: 'Igual que {{name}}: {{zone}}',
  emails: 'Correos',
  emailsText:
    'Los avisos están siempre en la campana. Los correos sobre tu contraseña y las invitaciones llegan siempre.',
  email: {
    ALERTS: 'Alertas, y cuando terminan',
    SYNC: 'Sincronizaciones que fallan o requieren tu aprobación',
    ACCESS: 'Claves que vencen pronto',
    PEOPLE: 'Personas que aceptan tu invitación',
    CRM: 'Actividades que te asignan, que vencen o que ya vencieron; notas que te mencionan',
    OTHER: 'Otros avisos',
  },
};

export const words = { me } satisfies Here;
