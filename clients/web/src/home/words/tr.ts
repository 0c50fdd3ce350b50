import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const health: Here['health'] = {
  OK: 'Çalışıyor',
  DEGRADED: 'Sorunlu',
  DOWN: 'Çalışmıyor',
  away: 'Yanıt yok',
  matrix: 'Matris',
  awayText: 'Bu bölüm şu anda yanıt vermiyor; diğerleri güncel.',
  services: 'Hizmetler',
  syncs: 'Senkronizasyonlar',
  lastSync: 'En son güncel',
  neverSynced: 'Hiç senkronize edilmedi',
  code: {
    NO_SCREENS: 'Eşleştirilmiş ekran yok',
    SCREENS_ONLINE: 'Çevrimiçi: {{screens}} / {{screens}}',
    SCREENS_OFFLINE: 'Çevrimdışı: {{offline}} / {{screens}}',
    ALL_TOLD: 'Bütün değişiklikler gönderildi',
    CHANGES_WAIT: 'Gönderilmeyi bekleyen: {{changes}}',
    MENU: 'Ürün sayısı: {{items}}, tükenen: {{soldOut}}',
    NO_SERVICES: 'Açık olan hizmet yok',
    SERVICES: 'Açık: {{active}}, duraklatılan: {{paused}}',
    NO_SYNCS: 'Senkronize edilen hizmet yok',
    SYNCS_WELL: 'Hiçbiri başarısız olmadı',
    SYNCS_FAILED: 'Başarısız: {{failed}} / {{syncs}}',
    NO_EVENTS: 'Henüz olay yok',
    EVENTS_FLOW: 'Bütün kanallarda onaylanıyor ({{channels}})',
    EVENTS_FAIL: 'Sorunlu kanallar: {{troubled}} / {{channels}}',
    EVENTS_NEED: 'Bakılması gereken: {{advised}}. Ne yapılacağını matris söyler',
    ACTIVITIES_ON_TIME: 'Açık: {{open}}',
    ACTIVITIES_OVERDUE: 'Geciken: {{overdue}}, açık: {{open}}',
    REMINDERS_LATE: 'Geciken hatırlatma: {{late}}',
  },
  menuChanges: 'Menü değişiklikleri',
  screenChanges: 'Ekran değişiklikleri',
};

const home: Here['home'] = {
  concerns: 'İlginizi bekleyenler',
  recent: 'Son değişiklikler',
  health: 'Genel durum',
  overdue: 'Gecikti',
  today: 'Bugün',
  more: {
    overdue_one: '{{count}} geciken daha',
    overdue_other: '{{count}} geciken daha',
    today_one: 'Bugün {{count}} tane daha',
    today_other: 'Bugün {{count}} tane daha',
  },
  myDay: 'Yapacaklarım',
  allWell: 'İlginizi bekleyen bir şey yok',
  allWellText:
    'Bir ekran çevrimdışı olduğunda, bir senkronizasyon başarısız olduğunda veya bir karar beklendiğinde önce burada görünür.',
  notAll: 'Her şey denetlenemedi. Eksik olanlar, denetlenebildiğinde kendiliğinden görünür.',
  kind: { wrong: 'Sorun', decide: 'Karar bekliyor' },
  act: { wrong: 'Nedenini gör', decide: 'Karar ver' },
};

export const words = { home, health } satisfies Here;
