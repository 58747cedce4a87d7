using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AdminOrders.Core.Storage.Copying;

/// <summary>What a column holds, on every engine.</summary>
internal enum ColumnKind
{
    Flag,
    Small,
    Whole,
    Text,
    Bytes,
    Instant,
}

internal sealed record CopiedColumn(string Name, ColumnKind Kind);

/// <summary>A table as two engines have it in common.</summary>
/// <param name="Columns">The key's columns first.</param>
/// <param name="KeyLength">How many columns the key has.</param>
/// <param name="CountsKey">The engine draws the key, a whole number, from a counter.</param>
internal sealed record CopiedTable(string Name, IReadOnlyList<CopiedColumn> Columns, int KeyLength, bool CountsKey)
{
    public IEnumerable<string> KeyNames => Columns.Take(KeyLength).Select(column => column.Name);

    /// <summary>Every row in the order of its key, which is the same on every engine: texts compare byte by byte.</summary>
    public string Select =>
        $"SELECT {Join(Columns.Select(column => column.Name))} FROM \"{Name}\"{Condition} ORDER BY {Join(KeyNames)}";

    /// <summary>Leaves out the mark of an incomplete copy, which is no row of the store; "" for every other table.</summary>
    public string Condition => Name == "Settings" ? $" WHERE \"Name\" <> '{CopyMark.SettingName}'" : "";

    /// <summary>The tables of the first model that the second has too, by name.</summary>
    public static IReadOnlyList<CopiedTable> Of(IModel model, IModel other)
    {
        var known = other.GetEntityTypes().Select(type => type.GetTableName()).ToHashSet(StringComparer.Ordinal);
        return [.. model.GetEntityTypes().Where(type => known.Contains(type.GetTableName())).Select(Of).OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    private static CopiedTable Of(IEntityType type)
    {
        var key = type.FindPrimaryKey()!.Properties;
        var others = type.GetProperties().Except(key).OrderBy(property => property.GetColumnName(), StringComparer.Ordinal);
        return new(
            type.GetTableName()!,
            [.. key.Concat(others).Select(property => new CopiedColumn(property.GetColumnName(), KindOf(property)))],
            key.Count,
            key is [{ ValueGenerated: ValueGenerated.OnAdd } counted] && KindOf(counted) is ColumnKind.Whole or ColumnKind.Small);
    }

    /// <summary>What the property's column holds.</summary>
    public static ColumnKind KindOf(IProperty property)
    {
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return (Nullable.GetUnderlyingType(stored) ?? stored) switch
        {
            { } type when type == typeof(bool) => ColumnKind.Flag,
            { } type when type == typeof(int) => ColumnKind.Small,
            { } type when type == typeof(long) => ColumnKind.Whole,
            { } type when type == typeof(string) => ColumnKind.Text,
            { } type when type == typeof(byte[]) => ColumnKind.Bytes,
            { } type when type == typeof(DateTimeOffset) => ColumnKind.Instant,
            var type => throw new NotSupportedException($"{property.DeclaringType.DisplayName()}.{property.Name} is a {type}, which copying does not know."),
        };
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
