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
  away: 'El servidor no responde. Puede que no haya conexión o que el servidor esté iniciando.',
  broken: 'Algo salió mal de nuestro lado. Si continúa, da este número a soporte: {{id}}',
};

export const door: Words['door'] = {
  back: 'Volver al inicio de sesión',
  forgot: '¿Olvidaste tu contraseña?',
  send: 'Enviarme un enlace',
  sent: 'Si hay una cuenta con esta dirección, le enviamos un correo con un enlace. El enlace sirve durante 30 minutos.',
  choose: 'Elige una contraseña nueva',
  newPassword: 'Contraseña nueva',
  keep: 'Guardar la contraseña nueva',
  length: 'Al menos 12 caracteres; lo mejor son unas cuantas palabras.',
  weak: 'Elige otra contraseña: al menos 12 caracteres, y que no sea fácil de adivinar.',
  over: 'Este enlace ya no sirve. Pide uno nuevo.',
  incomplete: 'Falta algo.',
  invitation: 'Invitación',
  invited: 'Te invitan a trabajar con {{tenant}}. Tu rol: {{role}}.',
  name: 'Tu nombre',
  known: 'Usa la contraseña con la que ya inicias sesión.',
  accept: 'Aceptar',
};
