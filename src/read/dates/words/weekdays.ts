/** The names of the weekdays, Monday to Sunday, by language. */
export const weekdayNames: Record<string, string[]> = {
  en: [
    'monday mon',
    'tuesday tue tues',
    'wednesday wed weds',
    'thursday thu thur thurs',
    'friday fri',
    'saturday sat',
    'sunday sun',
  ],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  es: ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'],
  pt: ['segunda', 'terca', 'quarta', 'quinta', 'sexta', 'sabado', 'domingo'],
  it: ['lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato', 'domenica'],
  de: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag sonnabend', 'sonntag'],
  ru: [
    'понедельник понедельника понедельнику пн',
    'вторник вторника вторнику вт',
    'среда среду среды среде ср',
    'четверг четверга четвергу чт',
    'пятница пятницу пятницы пятнице пт',
    'суббота субботу субботы субботе сб',
    'воскресенье воскресенья воскресенью вс',
  ],
  ar: ['الاثنين الإثنين اثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعة', 'السبت', 'الاحد'],
}
