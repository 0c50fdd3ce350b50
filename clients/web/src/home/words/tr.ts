import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const health: Here['health'] = {
  OK: 'Çalışıyor',
  DEGRADED: 'Kısmen',
  DOWN: 'Çalışmıyor',
  away: 'Yanıt yok',
  matrix: 'Matris',
  awayText: 'Bu bölüm şu anda yanıt vermiyor; diğerleri güncel.',
  services: 'Ürünler',
  syncs: 'Eşitlemeler',
  lastSync: 'En son güncel',
  neverSynced: 'Henüz hiç',
  service: { ACTIVE: 'Etkin', PAUSED: 'Duraklatıldı', OFF: 'Kapalı' },
  sync: { PENDING: 'Bekliyor', SYNCING: 'Çalışıyor', SUCCESS: 'Güncel', ERROR: 'Başarısız' },
  product: {
    ORDERING: 'Sipariş',
    SMP: 'Ekranlar (SMP)',
    MARKETING_APP: 'Pazarlama uygulaması',
    WEB_HOSTING: 'Web barındırma',
    DIGITAL_MENU: 'Dijital menü',
    MINI_BODEGA: 'Mini bodega',
  },
  code: {
    NO_SCREENS: 'Eşleştirilmiş ekran yok',
    SCREENS_ONLINE: 'Çevrimiçi: {{screens}} / {{screens}}',
    SCREENS_OFFLINE: 'Çevrimdışı: {{offline}} / {{screens}}',
    ALL_TOLD: 'Bütün değişiklikler bildirildi',
    CHANGES_WAIT: 'Bildirilmeyi bekleyen: {{changes}}',
    MENU: 'Ürün sayısı: {{items}}, tükenen: {{soldOut}}',
    NO_SERVICES: 'Açık olan ürün yok',
    SERVICES: 'Etkin: {{active}}, duraklatılan: {{paused}}',
    NO_SYNCS: 'Eşitlenen ürün yok',
    SYNCS_WELL: 'Hiçbiri başarısız olmadı',
    SYNCS_FAILED: 'Başarısız: {{failed}} / {{syncs}}',
    NO_EVENTS: 'Henüz bir şey bildirilmedi',
    EVENTS_FLOW: '{{channels}} kanalın hepsinde onaylanıyor',
    EVENTS_FAIL: 'Sorunlu kanallar: {{troubled}} / {{channels}}',
    EVENTS_NEED: 'Bakılması gereken: {{advised}}. Ne yapılacağını matris söyler',
  },
  menuChanges: 'Menü değişiklikleri',
  screenChanges: 'Ekran değişiklikleri',
};

const home: Here['home'] = {
  concerns: 'İlginizi bekleyenler',
  recent: 'Son değişiklikler',
  health: 'Genel durum',
  allWell: 'İlginizi bekleyen bir şey yok',
  allWellText:
    'Bir ekran çevrimdışı olduğunda, bir eşitleme başarısız olduğunda veya bir karar beklendiğinde önce burada görünür.',
  kind: { wrong: 'Sorun', decide: 'Karar bekliyor' },
  act: { wrong: 'Nedenini gör', decide: 'Karar ver' },
};

export const words = { home, health } satisfies Here;
