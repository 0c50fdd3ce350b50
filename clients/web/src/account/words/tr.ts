import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const me: Here['me'] = {
  sessions: 'Oturumunuzun açık olduğu yerler',
  thisOne: 'Bu oturum',
  unknownDevice: 'Bilinmeyen cihaz',
  since: 'açılış:',
  lastSeen: 'son etkinlik:',
  end: 'Kapat',
  endOne: 'Oturumu kapat: {{device}}',
  endOthers: 'Diğerlerinin hepsini kapat',
  endOthersQuestion_one: '{{count}} başka oturum kapatılsın mı?',
  endOthersQuestion_other: '{{count}} başka oturum kapatılsın mı?',
  endOthersText: 'Çalıştığınız her işletmede hemen sona ererler. Burada oturumunuz açık kalır.',
  ended_one: '{{count}} oturum kapandı.',
  ended_other: '{{count}} oturum kapandı.',
  changePassword: 'Parolayı değiştir',
  current: 'Geçerli parola',
  wrong: 'Bu sizin parolanız değil.',
  rules:
    'En az 12 karakter; en iyisi birkaç sözcük. Kolay tahmin edilen bir şey, adınız ya da adresiniz olmasın. Diğer oturumlarınız kapanır.',
  passwordChanged: 'Parolanız değişti. Diğer oturumlarınız kapandı.',
  pin: 'PIN’iniz',
  pinText:
    'Bununla bir şubenin terminallerinde ve mutfak ekranlarında oturum açarsınız. Dört ile altı rakam; 1234 ya da bir yıl olmaz.',
  pinLocation: 'Şube',
  pinNew: 'Yeni PIN',
  pinSet: 'PIN belirle',
  pinSaved: '{{name}} için PIN’iniz belirlendi.',
  pinSince: 'PIN belirlendi',
  pinNone: 'Orada henüz PIN’iniz yok.',
  pinOff: 'Oradaki PIN’iniz kapatıldı. Bir yönetici sıfırlayabilir.',
  languageText: 'Konsol ve aldığınız e-postalar için.',
  timeZone: 'Saat dilimi',
  timeZoneText: 'E-postalarınızdaki ve bildirimlerinizdeki saatler için.',
  zoneOfTenant: '{{name}} ile aynı: {{zone}}',
  emails: 'E-postalar',
  emailsText: 'Bildirimler her zaman zilin altındadır. Parolanız ve davetlerle ilgili e-postalar her zaman gelir.',
  email: {
    ALERTS: 'Uyarılar ve sona erdikleri',
    SYNC: 'Başarısız olan ya da onayınızı bekleyen senkronizasyonlar',
    ACCESS: 'Süresi yakında dolan anahtarlar',
    PEOPLE: 'Davetinizi kabul edenler',
    CRM: 'Size verilen, zamanı gelen ya da geciken görevler; sizden bahseden notlar',
    OTHER: 'Diğer bildirimler',
  },
};

export const words = { me } satisfies Here;
