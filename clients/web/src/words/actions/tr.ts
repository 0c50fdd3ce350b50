import type { Words } from '../en.ts';

/** What somebody did for themselves or for everyone, by the name of the action in the log; the others are words of their areas. */
export const done: Words['done'] = {
  login: 'Oturum açtı',
  unmask: 'Kişisel verileri açık gördü',
  logout: 'Oturumu kapattı',
  refreshSession: 'Oturumu sürdürdü',
  switchTenant: 'Başka işletmeye geçti',
  revokeSession: 'Bir oturumu kapattı',
  revokeOtherSessions: 'Diğer oturumları kapattı',
  requestPasswordReset: 'Yeni parola istedi',
  resetPassword: 'Yeni parola seçti',
  updatePreferences: 'Kendi tercihlerini değiştirdi',
  changePassword: 'Parolayı değiştirdi',
  moveClock: 'İşletme saatini değiştirdi',
  resetClock: 'İşletme saatini gerçek zamana döndürdü',
  rotateSigningKey: 'Oturumları imzalayan anahtarı yeniledi',
  securityAlert: 'Bir güvenlik uyarısı geldi',
};
