import type { Name } from './name.ts'

/** Bodies in the other languages of the United Nations. */
export const foreignNames: Name[] = [
  {
    words:
      /Commission pour la prévention du crime|Commission de la prévention du crime|Comisión de Prevención del Delito|Comissão de Prevenção do? Crime|Kommission für Verbrechensverhütung(?: und Strafrechtspflege)?|Commissione (?:per la prevenzione|sulla prevenzione) del crimine/gi,
    body: 'CCPCJ',
    short: 'Commission on Crime Prevention and Criminal Justice',
  },
  {
    words:
      /(?:UN |United Nations )?Commission on Narcotic Drugs|\bCND ?\d{0,2}\b|Commission des stup[ée]fiants|Comisi[óo]n de Estupefacientes|Comissão de (?:Entorpecentes|Estupefacientes|Drogas Narcóticas)|Комисси[яи] (?:ООН |Организации Объединенных Наций )?по наркотическим средствам|麻醉药?品委员会|麻醉藥?品委員會|麻委会|لجنة (?:الأمم المتحدة )?(?:لل)?(?:ال)?مخدرات|(?:UN-)?Suchtstoffkommission|Commissione (?:ONU |delle Nazioni Unite )?(?:sugli|per gli) stupefacenti|(?:International|World) Drug (?:Policy|Problem|Control)/gi,
    body: 'CND',
    short: 'Commission on Narcotic Drugs',
  },
  {
    words:
      /Convention des Nations Unies contre la corruption|CNUCC|Convención (?:de las Naciones Unidas )?contra la Corrupción|Convention contre la corruption|Conferencia de los Estados Parte|Conferência dos Estados[- ]Partes?|Convenção (?:das Nações Unidas |da ONU )?contra a Corrupção|Конференци\p{L} государств\s?[-–—]\s?участников|Конвенци\p{L} (?:Организации Объединенных Наций |ООН )?против коррупции|反腐败公约|缔约国会议|反腐敗公約|締約國會議|لمكافحة الفساد|مؤتمر الدول الأطراف/giu,
    body: 'COSP',
    short: 'Conference of the States Parties to UNCAC',
  },
  {
    words:
      /criminalité transnationale organisée|Delincuencia Organizada Transnacional|Crime Organizado Transnacional|Criminalidade Organizada Transnacional|транснациональной организованной преступности|打击跨国有组织犯罪公约|打擊跨國有組織犯罪公約|缔约方会议|الجريمة المنظمة/giu,
    body: 'UNTOC',
    short: 'Conference of the Parties to UNTOC',
  },
  {
    words:
      /Congresso (?:das Nações Unidas |da ONU )?sobre Prevenção d[oe] Crime(?: e Justiça (?:Penal|Criminal))?|Congreso (?:de las Naciones Unidas )?sobre (?:la )?Prevención del Delito(?: y (?:Justicia Penal|(?:el )?Tratamiento del Delincuente))?|Конгресс\p{L}{0,2} (?:Организации Объединенных Наций |ООН )?по предупреждению преступности|预防犯罪和刑事司法大会|預防犯罪和刑事司法大會|مؤتمر الأمم المتحدة (?:\p{L}+ ){0,2}لمنع الجريمة/giu,
    body: 'CONGRESS',
    kind: 'congress',
    short: 'Crime Congress',
  },
  {
    words:
      /Комисси\p{L} (?:ООН |Организации Объединенных Наций )?по предупреждению преступности|预防犯罪和刑事司法委员会|預防犯罪和刑事司法委員會|لجنة منع الجريمة/giu,
    body: 'CCPCJ',
    short: 'Commission on Crime Prevention and Criminal Justice',
  },
  {
    words:
      /Forum politique de haut niveau|Foro Político de Alto Nivel|Политическ\p{L}{2,3} форум\p{L}{0,2} высокого уровня|高级别政治论坛|المنتدى السياسي الرفيع المستوى/giu,
    body: 'HLPF',
    kind: 'conference',
    short: 'High-level Political Forum',
  },
  {
    words:
      /Réunion biennale des États|Reunión Bienal de los Estados|двухгодичн\p{L}{2,4} совещани\p{L} государств|[两兩雙双]年[度期]?[会會][议議]|[双雙]年度[会會][议議]/giu,
    body: 'SMALL-ARMS',
    short: 'Programme of Action on Small Arms',
  },
  {
    words:
      /Convention (?:des Nations Unies )?contre la cybercriminalité|Convención (?:de las Naciones Unidas )?contra la Ciberdelincuencia|Конвенци\p{L} (?:Организации Объединенных Наций |ООН )?против киберпреступности|打击网络犯罪公约|Специальн\p{L}{2,3} комитет\p{L}{0,2} (?:ООН |Организации Объединенных Наций )?по разработке [^.;]{0,80}?конвенции|Comité (?:spécial|ad hoc) chargé d['’]élaborer une convention|Comité (?:Especial|ad hoc) encargado de elaborar una convención|特设委员会|اللجنة المخصصة|مكافحة الجرائم? (?:السيبرانية|الإلكترونية)/giu,
    body: 'CYBERCRIME',
    short: 'Ad Hoc Committee on Cybercrime',
  },
  {
    words:
      /(?:UNO?-)?Kongress(?:es)?(?: der Vereinten Nationen)? (?:für|über) Verbrechensverhütung(?: und Strafrechtspflege)?/giu,
    body: 'CONGRESS',
    kind: 'congress',
    short: 'Crime Congress',
  },
]
