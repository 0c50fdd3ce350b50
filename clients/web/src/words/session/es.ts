import type { Words } from '../en.ts';

export const login: Words['login'] = {
  title: 'Iniciar sesión',
  email: 'Correo electrónico',
  password: 'Contraseña',
  showTyped: 'Mostrar lo escrito',
  submit: 'Iniciar sesión',
  wrong: 'El correo o la contraseña no son correctos.',
  throttled_one: 'Demasiados intentos. Inténtalo de nuevo en {{count}} segundo.',
  throttled_other: 'Demasiados intentos. Inténtalo de nuevo en {{count}} segundos.',
  away: 'El servidor no responde. Puede que no haya conexión o que el servidor esté arrancando.',
  broken: 'Algo salió mal de nuestro lado. Si continúa, da este número a soporte: {{id}}',
};

export const door: Words['door'] = {
  back: 'Volver al inicio de sesión',
  forgot: '¿Olvidaste tu contraseña?',
  send: 'Enviarme un enlace',
  sent: 'Si alguien tiene esta dirección, un mensaje con un enlace está en camino. El enlace sirve durante 30 minutos.',
  choose: 'Elige una contraseña nueva',
  newPassword: 'Contraseña nueva',
  keep: 'Guardar esta contraseña',
  length: 'Al menos 12 caracteres; lo mejor son unas cuantas palabras.',
  weak: 'Elige otra contraseña: al menos 12 caracteres, y que no sea fácil de adivinar.',
  over: 'Este enlace ya no sirve. Pide uno nuevo.',
  incomplete: 'Falta algo.',
  invitation: 'Invitación',
  invited: 'Te invitan a trabajar con {{tenant}}. Tu función: {{role}}.',
  name: 'Tu nombre',
  known: 'La que ya usas para iniciar sesión.',
  accept: 'Aceptar',
};

export const me: Words['me'] = {
  title: 'Tu cuenta',
  sessions: 'Dónde tienes sesión abierta',
  thisOne: 'Esta',
  unknownDevice: 'Dispositivo desconocido',
  since: 'abierta',
  lastSeen: 'vista',
  end: 'Cerrar sesión',
  endOne: 'Cerrar la sesión de {{device}}',
  endOthers: 'Cerrar todas las demás',
  endOthersQuestion_one: '¿Cerrar {{count}} sesión más?',
  endOthersQuestion_other: '¿Cerrar {{count}} sesiones más?',
  endOthersText: 'Terminan de inmediato, en todos los negocios para los que trabajas. Esta sigue.',
  ended_one: 'Terminó {{count}} sesión.',
  ended_other: 'Terminaron {{count}} sesiones.',
  changePassword: 'Cambiar la contraseña',
  current: 'Contraseña actual',
  wrong: 'Esta no es tu contraseña.',
  rules:
    'Al menos 12 caracteres; lo mejor son unas cuantas palabras. Nada fácil de adivinar, ni tu nombre o dirección. Tus demás sesiones terminan.',
  passwordChanged: 'Tu contraseña está cambiada. Tus demás sesiones terminaron.',
  languageText: 'Para la consola y los correos que recibes.',
  timeZone: 'Zona horaria',
  timeZoneText: 'Para las horas de tus correos y avisos.',
  zoneOfTenant: 'Como {{name}}: {{zone}}',
  emails: 'Correos',
  emailsText:
    'Los avisos están siempre en la campana. Los correos sobre tu contraseña y las invitaciones llegan siempre.',
  email: {
    ALERTS: 'Alertas, y cuando terminan',
    SYNC: 'Sincronizaciones que fallan o te esperan',
    ACCESS: 'Claves que caducan pronto',
    OTHER: 'Otros avisos',
  },
};
