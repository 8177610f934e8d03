# Reads a calendar with ruby-icalendar, strictly; addresses must come back whole.
require 'stringio'
require 'icalendar'

calendar = Icalendar::Parser.new(File.read(ARGV[0], encoding: 'UTF-8'), true).parse.first
calendar.events.each do |event|
  abort("an address was split: #{event.url}") unless event.url.to_s.start_with?('https://calendar.example/events/')
  puts [event.dtstart, event.status, event.summary].join('|')
end
