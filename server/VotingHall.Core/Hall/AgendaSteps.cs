namespace VotingHall.Core;

/// <summary>议程步骤: putting and removing agenda items. A round keeps the item it was prepared with; a corrected item is voted as a new round.</summary>
internal static class AgendaSteps
{
    public static Decision Put(HallState state, HallCommand.PutAgendaItem c)
    {
        if (Guards.Loaded(state, out Meeting? meeting) is Refusal missing)
            return missing;
        if (Guards.Fresh(c, state.AgendaVersion) is Refusal stale)
            return stale;
        if (state.CurrentRound is Round current && current.Item.No == c.Item.No)
            return new Refusal.RoundNotFinished(current.No);
        int before = PlaceOf(meeting, c.Item.No);
        int last = before == 0 ? meeting.Agenda.Count + 1 : meeting.Agenda.Count;
        if (c.Place < 0 || c.Place > last)
            return new Refusal.PlaceOutOfRange(last);
        int place = c.Place > 0 ? c.Place : before > 0 ? before : last;
        IReadOnlyList<MeetingError> errors = MeetingCheck.Validate(With(meeting, c.Item, place));
        if (errors.Count > 0)
            return new Refusal.MeetingInvalid(errors);
        return place == before && MeetingJson.SameItem(meeting.Item(c.Item.No)!, c.Item)
            ? Decision.Nothing
            : new HallEvent.AgendaItemPut(c.Stamp, c.Item, place);
    }

    public static Decision Remove(HallState state, HallCommand.RemoveAgendaItem c)
    {
        if (Guards.Loaded(state, out Meeting? meeting) is Refusal missing)
            return missing;
        if (Guards.Fresh(c, state.AgendaVersion) is Refusal stale)
            return stale;
        if (PlaceOf(meeting, c.AgendaNo) == 0)
            return new Refusal.ItemUnknown(c.AgendaNo);
        if (state.Rounds.Values.Any(round => round.Item.No == c.AgendaNo))
            return new Refusal.ItemHasRounds(c.AgendaNo);
        IReadOnlyList<MeetingError> errors = MeetingCheck.Validate(Without(meeting, c.AgendaNo));
        return errors.Count > 0 ? new Refusal.MeetingInvalid(errors) : new HallEvent.AgendaItemRemoved(c.Stamp, c.AgendaNo);
    }

    /// <summary>An objected name leaves a merged list and stands behind it as an item of its own.</summary>
    public static Decision SplitOut(HallState state, HallCommand.SplitOut c)
    {
        if (Guards.Loaded(state, out Meeting? meeting) is Refusal missing)
            return missing;
        if (Guards.Fresh(c, state.AgendaVersion) is Refusal stale)
            return stale;
        if (meeting.Item(c.AgendaNo) is not AgendaItem item)
            return new Refusal.ItemUnknown(c.AgendaNo);
        if (state.Rounds.Values.Any(round => round.Item.No == c.AgendaNo))
            return new Refusal.ItemHasRounds(c.AgendaNo);
        if (meeting.Item(c.NewNo) is not null || (item.Question as Appointment)?.SplitOut(c.Name, c.NewTitle) is not { } parts)
            return new Refusal.NameNotSplit(c.Name);
        AgendaItem rest = item with { Question = parts.Others }, apart = item with { No = c.NewNo, Question = parts.Apart };
        int place = PlaceOf(meeting, c.AgendaNo);
        IReadOnlyList<MeetingError> errors = MeetingCheck.Validate(With(With(meeting, rest, place), apart, place + 1));
        if (errors.Count > 0)
            return new Refusal.MeetingInvalid(errors);
        return new Decision.Accepted(
        [
            new Fact(new HallEvent.AgendaItemPut(c.Stamp, rest, place), null), new Fact(new HallEvent.AgendaItemPut(c.Stamp, apart, place + 1), null),
        ]);
    }

    /// <summary>The meeting with the item at a place from 1; an earlier version of it goes.</summary>
    internal static Meeting With(Meeting meeting, AgendaItem item, int place)
    {
        List<AgendaItem> agenda = [.. meeting.Agenda.Where(other => other.No != item.No)];
        agenda.Insert(place - 1, item);
        return meeting with { Agenda = agenda };
    }

    internal static Meeting Without(Meeting meeting, string agendaNo) =>
        meeting with { Agenda = [.. meeting.Agenda.Where(item => item.No != agendaNo)] };

    /// <summary>From 1; 0 = not on the agenda.</summary>
    private static int PlaceOf(Meeting meeting, string agendaNo)
    {
        for (int i = 0; i < meeting.Agenda.Count; i++)
            if (meeting.Agenda[i].No == agendaNo)
                return i + 1;
        return 0;
    }
}
