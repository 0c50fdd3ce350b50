import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const screens: Here['screens'] = {
  pair: 'Ekran eşleştir',
  pairHow: 'Ekranda /signage sayfasını açın. Altı karakterlik bir kod gösterir: buraya yazın.',
  code: 'Ekrandaki kod',
  codeShape: 'Kod altı karakterdir, örneğin K7M-2QX.',
  wrongCode: 'Bu kodu gösteren bir ekran yok. Süresi dolmuş olabilir: ekrandaki yeni koda bakın.',
  pairNow: 'Eşleştir',
  paired: '{{name}} eşleştirildi. Panosu birazdan görünür.',
  emptyTitle: 'Henüz ekran yok',
  emptyText: 'Bir televizyonda ya da tablette /signage sayfasını açın ve gösterdiği kodla eşleştirin.',
  emptyNoBoard:
    'Önce aşağıda bir pano oluşturun: ekranın menünün hangi bölümlerini göstereceğini belirler. Sonra ekranı eşleştirin.',
};

const display: Here['display'] = {
  isOffline: '"{{name}}" ekranı çevrimdışı; başlangıç: {{since}}',
  ONLINE: 'Çevrimiçi',
  OFFLINE: 'Çevrimdışı',
  REVOKED: 'Eşleştirmesi kaldırıldı',
  waiting: 'Bekliyor',
  name: 'Ekranın adı',
  nameExample: 'Sol tezgâh',
  board: 'Pano',
  noBoard: 'Pano yok',
  neverSeen: 'Hiç bağlanmadı',
  pairedSince: 'Eşleştirildi',
  saved: '{{name}} kaydedildi.',
  shows: '{{name}} artık şunu gösteriyor: {{board}}.',
  revoke: 'Eşleştirmeyi kaldır',
  revokeQuestion: '“{{name}}” eşleştirmesi kaldırılsın mı?',
  revokeText: 'Ekran hemen yeniden eşleştirme kodu gösterir. Kullanmak için yeniden eşleştirin.',
  goneTitle: 'Ekran bulunamadı',
  goneText: 'Bu ekran yok ya da adres yanlış.',
};

const boards: Here['boards'] = {
  title: 'Panolar',
  new: 'Yeni pano',
  columns_one: '{{count}} sütun',
  columns_other: '{{count}} sütun',
  emptyTitle: 'Henüz pano yok',
  emptyText: 'Pano, ekranın menünün hangi bölümlerini, hangi sırayla ve dillerde göstereceğini söyler.',
};

const board: Here['board'] = {
  name: 'Panonun adı',
  sections: 'Bölümler, panodaki sırasıyla',
  sectionsMissing: 'En az bir bölüm seçin.',
  sectionPlaced: '{{name}}: {{count}} bölümden {{place}}. sırada.',
  columns: 'Sütunlar',
  soldOut: 'Tükenen ürünler',
  grey: 'Gri göster',
  hide: 'Gizle',
  languages: 'Diller',
  larger: 'daha büyük',
  languageMissing: 'En az bir dil seçin.',
  calories: 'Kalorileri göster',
  allergens: 'Alerjenleri göster',
  create: 'Pano oluştur',
  saved: '{{name}} kaydedildi.',
  remove: 'Kaldır',
  removeQuestion: '“{{name}}” panosu kaldırılsın mı?',
  removeText_zero: 'Hiçbir ekran göstermiyor.',
  removeText_one: '{{count}} ekran gösteriyor ve panosuz kalacak.',
  removeText_other: '{{count}} ekran gösteriyor ve panosuz kalacak.',
  goneTitle: 'Pano bulunamadı',
  goneText: 'Bu pano kaldırılmış ya da adres yanlış.',
};

const station: Here['station'] = {
  title: 'İstasyonlar',
  pair: 'İstasyon eşleştir',
  pairHow:
    'Cihazda terminalin, mutfak ekranının ya da saatin sayfasını açın. Altı karakterlik bir kod gösterir: buraya yazın.',
  code: 'Cihazdaki kod',
  wrongCode: 'Bu kodu gösteren cihaz yok. Süresi dolmuş olabilir; yenisi için cihaza bakın.',
  otherKind: 'Bu kodu gösteren cihaz: {{kind}}. Onu seçin ya da başka bir kod yazın.',
  paired: '{{name}} eşleştirildi, birazdan başlar.',
  kind: 'Türü',
  kinds: { TILL: 'Terminal', KITCHEN: 'Mutfak ekranı', CLOCK: 'Mesai saati' },
  name: 'İstasyonun adı',
  nameExample: 'Girişteki terminal',
  location: 'Şube',
  locationMissing: 'Bir şube seçin.',
  noLocation: 'Henüz şube yok.',
  goneLocation: 'Artık olmayan bir şube',
  signedIn: '{{name}} oturum açtı',
  nobody: 'Kimse oturum açmadı',
  waiting_one: '{{count}} kayıt sunucuya ulaşmadı',
  waiting_other: '{{count}} kayıt sunucuya ulaşmadı',
  notSecure: 'https olmadan açıldı: ağ yokken başlayamaz ve ekranını açık tutamaz.',
  saved: '{{name}} kaydedildi.',
  unlock: 'PIN girişine yeniden izin ver',
  unlocked: '{{name}} istasyonunda yeniden PIN girilebilir.',
  revoke: 'Eşleştirmeyi kaldır',
  revokeQuestion: '“{{name}}” eşleştirmesi kaldırılsın mı?',
  revokeText: 'Orada oturum açmış olanın oturumu hemen kapanır. Sunucuya ulaşmayanlar cihazda kalır.',
  emptyTitle: 'Henüz istasyon yok',
  emptyText: 'İstasyon, şubelerinizden birindeki terminal, mutfak ekranı ya da mesai saatidir.',
  goneTitle: 'İstasyon bulunamadı',
  goneText: 'Bu istasyon yok ya da adres yanlış.',
};

export const words = { screens, display, station, boards, board } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  updateDisplay: 'Bir ekranı değiştirdi',
  showBoard: 'Bir ekrana pano koydu',
  revokeDisplay: 'Bir ekranın eşleştirmesini kaldırdı',
  pairDisplay: 'Bir ekranı eşleştirdi',
  requestPairing: 'Bir cihaz eşleştirme istedi',
  claimPairing: 'Bir ekran panosunu göstermeye başladı',
  pairStation: 'Bir istasyonu eşleştirdi',
  claimStation: 'Bir istasyon başladı',
  updateStation: 'Bir istasyonu değiştirdi',
  revokeStation: 'Bir istasyonun eşleştirmesini kaldırdı',
  unlockStation: 'Bir istasyonda PIN girişine yeniden izin verdi',
  signWithPin: 'Bir istasyonda oturum açtı',
  pinHolder: 'Bir istasyonda PIN girdi',
  leaveStation: 'Bir istasyonda oturumu kapattı',
  setPin: 'Bir PIN belirledi',
  resetPin: 'Bir PIN sıfırladı',
  createMenuBoard: 'Bir pano oluşturdu',
  updateMenuBoard: 'Bir panoyu değiştirdi',
  removeMenuBoard: 'Bir panoyu kaldırdı',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  board: {
    about: 'Panolar',
    read: 'Panoları okuma',
    write: 'Panoları değiştirme',
  },
  display: {
    about: 'Ekranlar',
    read: 'Ekranları görme',
    write: 'Ekranları yönetme',
    self: 'Ekran olarak çalışma',
  },
  station: {
    about: 'İstasyonlar',
    read: 'İstasyonları görme',
    write: 'İstasyonları yönetme',
    self: 'İstasyon olarak çalışma',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Display: 'Ekran',
    Station: 'İstasyon',
    Pin: 'PIN',
    MenuBoard: 'Pano',
  },
  field: {
    Display: {
      name: 'ad',
      board: 'pano',
      revokedAt: 'eşleştirme kaldırıldı',
    },
    Station: {
      name: 'ad',
      revokedAt: 'eşleştirme kaldırıldı',
    },
    Pin: {
      setAt: 'belirlendi',
      offAt: 'kapatıldı',
    },
    MenuBoard: {
      name: 'ad',
      sectionIds: 'bölümler',
      columns: 'sütunlar',
      soldOut: 'tükenen ürünler',
      languages: 'diller',
      showCalories: 'kalori gösterimi',
      showAllergens: 'alerjen gösterimi',
    },
  },
  value: {
    MenuBoard: {
      soldOut: {
        GREY: 'gri gösterilir',
        HIDE: 'gizlenir',
      },
    },
  },
  sentence: {
    Display: {
      CREATED: '{{who}}, {{name}} ekranını eşleştirdi',
      name: '{{who}}, bir ekranın adını değiştirdi: {{before}} → {{after}}',
      board: '{{who}}, {{name}} ekranına başka bir pano koydu',
      board_none: '{{who}}, {{name}} ekranından panoyu kaldırdı',
      revokedAt: '{{who}}, {{name}} ekranının eşleştirmesini kaldırdı',
    },
    Station: {
      CREATED: '{{who}}, {{name}} istasyonunu eşleştirdi',
      name: '{{who}}, bir istasyonun adını değiştirdi: {{before}} → {{after}}',
      revokedAt: '{{who}}, {{name}} istasyonunun eşleştirmesini kaldırdı',
    },
    MenuBoard: {
      CREATED: '{{who}}, {{name}} panosunu oluşturdu',
      REMOVED: '{{who}}, {{name}} panosunu sildi',
      name: '{{who}}, bir panonun adını değiştirdi: {{before}} → {{after}}',
      sectionIds: '{{who}}, {{name}} panosunun bölümlerini değiştirdi',
    },
  },
};
