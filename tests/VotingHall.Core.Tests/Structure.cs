using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace VotingHall.Core.Tests;

/// <summary>结构文本: everything a value holds, as text; two values are structurally equal when the texts are.</summary>
internal static class Structure
{
    public static string Of(object? value)
    {
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or bool or Enum or int or long or uint or ulong or ushort or byte:
                text.Append(CultureInfo.InvariantCulture, $"'{value}'");
                break;
            case Octets octets:
                text.Append(octets.Hex);
                break;
            case IEnumerable items:
                AppendItems(text, items);
                break;
            default:
                AppendProperties(text, value);
                break;
        }
    }

    private static void AppendItems(StringBuilder text, IEnumerable items)
    {
        List<string> parts = [.. items.Cast<object?>().Select(Of)];
        // Sets and dictionaries without an order of their own.
        if (items is IReadOnlySet<string> or IReadOnlyDictionary<string, string>)
            parts.Sort(StringComparer.Ordinal);
        text.Append('[').AppendJoin(',', parts).Append(']');
    }

    private static void AppendProperties(StringBuilder text, object value)
    {
        text.Append(value.GetType().Name).Append('{');
        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.GetIndexParameters().Length == 0 && property.PropertyType != value.GetType())
            {
                text.Append(property.Name).Append('=');
                Append(text, property.GetValue(value));
                text.Append(';');
            }
        text.Append('}');
    }
}
