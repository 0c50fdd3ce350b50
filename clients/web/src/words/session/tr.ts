import type { Words } from '../en.ts';

export const login: Words['login'] = {
  title: 'Giriş',
  email: 'E-posta',
  password: 'Parola',
  showTyped: 'Yazılanı göster',
  submit: 'Giriş yap',
  wrong: 'E-posta ya da parola yanlış.',
  throttled_one: 'Çok fazla deneme. {{count}} saniye sonra yeniden deneyin.',
  throttled_other: 'Çok fazla deneme. {{count}} saniye sonra yeniden deneyin.',
  away: 'Sunucu yanıt vermiyor. Bağlantınız kopmuş ya da sunucu açılıyor olabilir.',
  broken: 'Bizim tarafımızda bir sorun oluştu. Sürerse desteğe bu numarayı verin: {{id}}',
};

export const door: Words['door'] = {
  back: 'Girişe dön',
  forgot: 'Parolanızı mı unuttunuz?',
  send: 'Bana bir bağlantı gönder',
  sent: 'Bu adrese ait bir hesap varsa bir bağlantı gönderdik. Bağlantı 30 dakika geçerlidir.',
  choose: 'Yeni bir parola seçin',
  newPassword: 'Yeni parola',
  keep: 'Yeni parolayı kaydet',
  length: 'En az 12 karakter; en iyisi birkaç sözcük.',
  weak: 'Başka bir parola seçin: en az 12 karakter, kolay tahmin edilmeyen.',
  over: 'Bu bağlantı artık geçerli değil. Yenisini isteyin.',
  incomplete: 'Bir şey eksik.',
  invitation: 'Davet',
  invited: '{{tenant}} ile çalışmaya davet edildiniz. Rolünüz: {{role}}.',
  name: 'Adınız',
  known: 'Giriş yaptığınız parolayı kullanın.',
  accept: 'Kabul et',
};
