/** What a word does in the name of a meeting: it may begin it, joins its parts, is none of it, or may be in it. */
export type Sort = 'lead' | 'joint' | 'stop' | 'other'

const leads =
  /^(?:regular|resumed|reconvened|continued|continuation|concluding|organi[sz]ational|special|extraordinary|annual|biennial|inter-?sessional|thematic|informal|formal|joint|open-ended|inter-?governmental|expert|experts|high-level|ministerial|preparatory|pre-session|pre-congress|virtual|online|hybrid|general|global|regional|international|side|public|final|substantive|stakeholders?|multi-stakeholder|civil|society|youth|plenary|ad|hoc|technical|subsidiary|bodies|review|working|group|groups|study|panel|commemorative|in-person|[a-z]+-related|next|upcoming|two|three|four|five|six|première|prochaine|intersession|extraordinaire|ordinaire|spéciale|reprise|suite|continuación|reanudación)$/iu
const joints = /^(?:of|the|on|to|for|and|against|de|du|des|la|le|les|l|d|sur|contre|pour|et|del|los|las|el|y|para|contra|&)$/iu
const stops =
  /^(?:registration|deadlines?|applications?|submissions?|information|report|note|agenda|programme|statement|annotated|draft|invitations?|accreditation|participation|will|shall|would|may|might|can|could|should|must|is|are|was|were|be|been|being|has|have|had|take|takes|took|taking|begins?|began|starts?|started|starting|opens?|opened|closes?|closed|ends?|ended|concludes?|concluded|adjourned|meets?|met|held|holds?|runs?|convenes?|convened|reconvenes?|scheduled|postponed|cancell?ed|rescheduled|planned|expected|envisaged|entitled|titled|called|adopted|decided|recommended|requested|which|that|who|whom|where|when|while|whose|in|at|from|by|with|as|between|during|since|until|till|under|after|before|ahead|prior|following|including|included|via|through|within|per|about|beginning|falling|arising|organi[sz]ed|hosted|co-hosted|back-to-back|attended|their|this|these|its|our|it|they|we|you|please|not|an?|focus|discuss|sera|seront|aura|auront|est|sont|a|ont|se|tiendra|tiendront|lieu|à|au|aux|dans|par|qui|que|en|avec|será|tendrá|lugar|se|celebrará|sont|il|elle|بمشاركة|بحضور|في|فى|من|إلى|الى|على|خلال|يوم|حتى|مع|التي|الذي|أن|ستعقد|تعقد|состоится|состоятся|пройд[её]т|проводится|в|с|по|из|г|года|register|registered|bring|brings|came|cet|cest|gmt|utc|est|edt|et)$/iu

/** Words asked for so far: a language has few, and they are asked for again and again. */
const known = new Map<string, Sort>()
const most = 5000

/** What a word does by itself in the name of a meeting. */
export function sortOf(word: string): Sort {
  let sort = known.get(word)
  if (!sort) {
    if (known.size >= most) known.clear()
    sort = judged(word)
    known.set(word, sort)
  }
  return sort
}

function judged(word: string): Sort {
  if (joints.test(word)) return 'joint'
  if (stops.test(word)) return 'stop'
  return leads.test(word) || /^\p{Lu}/u.test(word) ? 'lead' : 'other'
}
